import type { Load } from "./load.ts";

/** The magazine's address. Nothing listens there, since nobody reads its list. */
export const SITE = "http://127.0.0.1:9";
/** The first of the threads with a hundred comments. */
export const PAGE = "/threads/hundred-1?limit=100";
const POSTS = "/threads/hundred-1/comments";
const postHeaders = { origin: SITE, "content-type": "application/json" };

/** Reads a page of a thread. */
export function reading(page: string | (() => string) = PAGE): Load {
  return { method: "GET", path: typeof page === "string" ? () => page : page, status: 200 };
}

/** Reads the first page, which has not changed since. @param etag as the server gave it. */
export function readingKnown(etag: string, page = PAGE): Load {
  return { ...reading(page), headers: { "if-none-match": etag }, status: 304 };
}

/** Posts comments of guests. @param next gives the body of each. */
export function posting(next: () => string, connections?: number): Load {
  const to = { method: "POST", path: () => POSTS, headers: postHeaders, status: 202 } as const;
  return { ...to, body: next, ...(connections === undefined ? {} : { connections }) };
}

/** Gives one comment after the other. @param challenges solved ones, each of which is good once; the last comes first. */
export function bodiesWith(challenges: readonly string[]): () => string {
  let left = challenges.length;
  return () => {
    left -= 1;
    return JSON.stringify({
      name: "Petra Leserin",
      email: `reader-${left}@mail.example`,
      text: "Das sehe ich anders, und zwar seit dem dritten Absatz: Wer zählt, der fragt auch.",
      challenge: challenges[left],
    });
  };
}

/** Asks for it once. */
export function ask(origin: string, load: Load): Promise<Response> {
  const body = load.body?.();
  return fetch(origin + load.path(), {
    method: load.method,
    headers: { ...load.headers },
    cache: "no-store",
    ...(body === undefined ? {} : { body }),
  });
}

/** The version of the first page. */
export async function etagOf(origin: string): Promise<string> {
  const answer = await ask(origin, reading());
  const etag = answer.headers.get("etag");
  if (etag === null) throw new Error(`${origin}: ${answer.status} ${await answer.text()}`);
  return etag;
}
