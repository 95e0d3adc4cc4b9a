import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A small real magazine that serves its `threads.json`; what it answers can be changed at any time. */
export interface TestSite {
  url: string;
  origin: string;
  list: { version: number; site: object; threads: TestThread[] };
  /** When set, it is served instead of the list. */
  broken: { status: number; body: string } | null;
  /** When set, nothing is answered until it is fulfilled. */
  holds: PromiseWithResolvers<void> | null;
  /** How often the list was asked for, and how often the answer was 304. */
  asked: number;
  unchanged: number;
  close(): Promise<void>;
}

export interface TestThread {
  id: string;
  url: string;
  title: string;
  state: "open" | "closed";
  aliases?: readonly string[];
  closes?: string;
  authors?: readonly string[];
}

export function thread(id: string, more: Partial<TestThread> = {}): TestThread {
  return { id, url: `/vertrieb/${id}/`, title: `Über ${id}`, state: "open", ...more };
}

export async function openSite(
  threads: TestThread[] = [thread("flur"), thread("regen")],
  language = "de",
): Promise<TestSite> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.stringify(site.list);
    const etag = `"${body.length}-${Buffer.from(body).reduce((sum, byte) => (sum * 31 + byte) % 1e9, 7)}"`;
    if (request.url !== "/threads.json") return response.writeHead(404).end();
    site.asked += 1;
    if (site.broken !== null) return response.writeHead(site.broken.status).end(site.broken.body);
    if (request.headers["if-none-match"] === etag) {
      site.unchanged += 1;
      return response.writeHead(304).end();
    }
    return response.writeHead(200, { ETag: etag }).end(body);
  };
  const server = createServer((request, response) => {
    if (site.holds === null) answer(request, response);
    else void site.holds.promise.then(() => answer(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const site: TestSite = {
    url: `${origin}/`,
    origin,
    list: {
      version: 1,
      site: {
        title: "Die Spalte",
        url: "/",
        language,
        timeZone: "Europe/Berlin",
        imprint: "/impressum/",
        privacy: "/datenschutz/",
      },
      threads,
    },
    broken: null,
    holds: null,
    asked: 0,
    unchanged: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
