import type { Thread } from "../../comments-service/wire.ts";
import { challengeOf, confirmAt, postTo } from "./process.ts";
import { comment } from "./service.ts";

/**
 * Posts so many comments, each to two processes at once, and confirms each at both.
 * @param tokens gives the tokens of all letters then.
 * @returns which statuses were answered, how many letters there were, and the numbers in the thread as each process shows it.
 */
export async function postToBoth(
  [one = "", other = ""]: readonly string[],
  { origin, many, tokens }: { origin: string; many: number; tokens: () => Promise<string[]> },
) {
  const pairOf = (i: number) => (i % 2 === 0 ? [one, other] : [other, one]);
  const posts = Array.from({ length: many }, async (_, i) => {
    // What one process hands out, the other takes.
    const challenge = await challengeOf(pairOf(i)[0] ?? "");
    const body = { ...comment, text: `Text ${i}`, challenge };
    return Promise.all(pairOf(i).map(async (url) => (await postTo(url, origin, body)).status));
  });
  const posted = new Set((await Promise.all(posts)).flat());
  const mailed = await tokens();
  const clicks = mailed.flatMap((token, i) => pairOf(i).map((url) => confirmAt(url, token)));
  const confirmed = new Set((await Promise.all(clicks)).map(({ status }) => status));
  const read = async (url: string) =>
    (await (await fetch(`${url}/threads/flur?limit=100&order=oldest`)).json()) as Thread;
  const threads = [await read(one), await read(other)];
  return { posted, letters: mailed.length, confirmed, threads };
}

/** What comes of it when two processes are like one. */
export function asOfOne(many: number) {
  const comments = Array.from({ length: many }, (_, i) => ({ number: i + 1 }));
  const thread = { count: many, comments };
  return {
    posted: new Set([202]),
    letters: many,
    confirmed: new Set([200]),
    threads: [thread, thread],
  };
}
