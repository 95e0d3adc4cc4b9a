import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Stands between the service and the server, and cuts a connection when the server has answered something but nobody was told. */
export interface CuttingProxy {
  /** The address of the same database by this way. */
  address: string;
  /** Cuts the connection on which the first answer comes that is so, such as `COMMIT`, without passing it on. */
  cutAt(isSo: (answer: string) => boolean): void;
  /** How many were cut. */
  cut: number;
}

/** @param address of a database on a server that listens in a folder. */
export async function cuttingProxy(address: string): Promise<CuttingProxy> {
  const url = new URL(address);
  const behind = join(url.searchParams.get("host") ?? "", ".s.PGSQL.5432");
  let isAsked: ((answer: string) => boolean) | null = null;
  const proxy: CuttingProxy = {
    address: "",
    cutAt: (isSo) => void (isAsked = isSo),
    cut: 0,
  };

  // An answer that waits for the one before to be acknowledged waits 40 ms.
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = createConnection(behind);
    const cut = () => {
      // The service learns of it by ECONNRESET, as when a server's machine is gone.
      client.resetAndDestroy();
      upstream.destroy();
    };
    client.on("error", cut).on("close", cut);
    upstream.on("error", cut).on("close", cut);
    client.pipe(upstream);
    let rest: Buffer = Buffer.alloc(0);
    upstream.on("data", (data: Buffer) => {
      const [whole, left] = wholeMessages(Buffer.concat([rest, data]));
      rest = left;
      for (const message of whole) {
        const answer = answerOf(message);
        if (answer !== null && isAsked?.(answer) === true) {
          isAsked = null;
          proxy.cut += 1;
          cut();
          return;
        }
        client.write(message);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  url.searchParams.set("host", "127.0.0.1");
  url.port = String(port);
  proxy.address = url.href;
  return proxy;
}

/** Messages of the protocol: a byte that says what, four bytes of length, which they count themselves, and the rest. */
function wholeMessages(data: Buffer): [Buffer[], Buffer] {
  const whole: Buffer[] = [];
  let at = 0;
  while (data.length >= at + 5 && data.length >= at + 1 + data.readInt32BE(at + 1)) {
    const end = at + 1 + data.readInt32BE(at + 1);
    whole.push(data.subarray(at, end));
    at = end;
  }
  return [whole, data.subarray(at)];
}

/** The tag of a CommandComplete, such as `COMMIT` or `CREATE TABLE`; null for any other message. */
function answerOf(message: Buffer): string | null {
  return message[0] === "C".charCodeAt(0) ? message.toString("utf8", 5, message.length - 1) : null;
}
