import type { Recorded } from "./bare-server.ts";
import { ask, etagOf, posting, reading, readingKnown } from "./loads.ts";
import { PAGE } from "./loads.ts";
import type { Side } from "./match.ts";
import { startBare, teach } from "./servers.ts";
import type { Child, Server } from "./servers.ts";

/** How many answers of the bare server a turn is. */
const ANSWERS = { reads: 4000, posts: 5000 };
// The bare server knows answers by their path alone.
const KNOWN_PAGE = `${PAGE}&known`;

/** What the bare server does, to be measured against. */
export interface Bare {
  readonly get: Side;
  readonly known: Side;
  readonly post: (connections?: number) => Side;
}

/** Starts a bare `node:http` server that sends the very bytes and headers that a service has sent. */
export async function startBareLike(
  service: Server,
  body: string,
): Promise<{ bare: Bare; stop: Child["stop"] }> {
  const server = await startBare();
  const { origin } = service;
  const etag = await etagOf(origin);
  const post = posting(() => body);
  await teach(server, {
    [`GET ${PAGE}`]: await record(await ask(origin, reading())),
    [`GET ${KNOWN_PAGE}`]: await record(await ask(origin, readingKnown(etag))),
    [`POST ${post.path()}`]: await record(await ask(origin, post)),
  });
  const side = (load: Side["load"], answers: number): Side => ({
    origin: server.origin,
    load,
    answers,
  });
  const bare: Bare = {
    get: side(reading(), ANSWERS.reads),
    known: side(readingKnown(etag, KNOWN_PAGE), ANSWERS.reads),
    post: (connections) =>
      side(
        posting(() => body, connections),
        ANSWERS.posts,
      ),
  };
  return { bare, stop: server.stop };
}

async function record(answer: Response): Promise<Recorded> {
  const headers = Object.fromEntries(answer.headers);
  // These the bare server writes by itself.
  for (const own of ["date", "connection", "keep-alive", "transfer-encoding"]) delete headers[own];
  const body = Buffer.from(await answer.arrayBuffer()).toString("base64");
  return { status: answer.status, headers, body };
}
