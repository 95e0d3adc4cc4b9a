import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A small real magazine that serves its `threads.json`; what it answers can be changed at any time. */
export interface TestSite {
  url: string;
  origin: string;
  list: { version: number; site: object; threads: TestThread[] };
  /** What else is served, by its path; a number is the status of an answer without a body. */
  files: Map<string, string | number>;
  /** Paths that were asked for, each with the status of the answer. */
  requests: string[];
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
    const { url = "" } = request;
    response.on("finish", () => void site.requests.push(`${url} ${response.statusCode}`));
    const isList = url === "/threads.json";
    if (isList) site.asked += 1;
    if (isList && site.broken !== null)
      return response.writeHead(site.broken.status).end(site.broken.body);
    const body = isList ? JSON.stringify(site.list) : (site.files.get(url) ?? 404);
    if (typeof body === "number") return response.writeHead(body).end();
    const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) {
      if (isList) site.unchanged += 1;
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
    files: new Map(),
    requests: [],
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
