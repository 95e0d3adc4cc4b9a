import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A way to the server on which a connection may die without a word, as behind a router that has forgotten it. */
export interface DarkProxy {
  /** The address of the same database by this way. */
  address: string;
  /** From now on nothing comes through on the connections that there are. @returns how many. */
  darken(): number;
  /** Whether new connections are refused. */
  refuse(isRefused: boolean): void;
}

/** @param address of a database on a server that listens in a folder. */
export async function darkProxy(address: string): Promise<DarkProxy> {
  const url = new URL(address);
  const behind = join(url.searchParams.get("host") ?? "", ".s.PGSQL.5432");
  const open = new Set<[Socket, Socket]>();
  let isRefused = false;
  const server = createServer({ noDelay: true }, (client) => {
    if (isRefused) {
      client.resetAndDestroy();
      return;
    }
    const upstream = createConnection(behind);
    const pair: [Socket, Socket] = [client, upstream];
    open.add(pair);
    for (const socket of pair) socket.on("error", () => {}).on("close", () => open.delete(pair));
    client.pipe(upstream);
    upstream.pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of [...open].flat()) socket.destroy();
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  url.searchParams.set("host", "127.0.0.1");
  url.port = String(port);
  return {
    address: url.href,
    darken() {
      for (const [client, upstream] of open) {
        client.unpipe(upstream);
        upstream.unpipe(client);
        // What is not read is never acknowledged to whoever sends it.
        client.pause();
        upstream.pause();
      }
      return open.size;
    },
    refuse: (now) => void (isRefused = now),
  };
}
