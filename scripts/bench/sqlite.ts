import { join } from "node:path";
import type { Bare } from "./bare.ts";
import { etagOf, posting, reading, readingKnown } from "./loads.ts";
import { TURNS } from "./match.ts";
import type { Match } from "./match.ts";
import { startService } from "./servers.ts";
import type { Child, Server } from "./servers.ts";

/** How many answers a turn is. */
const ANSWERS = { kept: 4000, made: 1000, posts: 5000 };
/** Where many write at once, more of them share a sync to the disk. */
const MANY_WRITERS = 256;
/** So many pages of 35 kB are kept by the service at once, and so many comments are a million. */
const KEPT_THREADS = 800;
const MANY_THREADS = 9900;
/** So many pages are not kept at once. */
const MORE_THAN_KEPT = 1500;

/** How many comments are posted in all. */
export const POSTED = 2 * TURNS * ANSWERS.posts;

/** Services with a thousand comments, 150,000, and a million. */
export type Services = Record<"small" | "middle" | "large", Server & Child>;

/** Starts them one after another. @param keep is told of each, so that it is stopped. */
export async function startServices(
  folder: string,
  keep: <Started extends Child>(started: Started) => Started,
): Promise<Services> {
  const start = async (
    name: string,
    threads: number,
    ...more: Parameters<typeof startService>[1]
  ) =>
    keep(
      await startService(`file:${join(folder, name)}.sqlite`, [
        { name: "hundred", threads, comments: 100 },
        ...more,
      ]),
    );
  return {
    small: await start("small", 10),
    large: await start("large", MANY_THREADS, { name: "long", threads: 1, comments: 10_000 }),
    middle: await start("middle", MORE_THAN_KEPT),
  };
}

/** What is expected of the service on SQLite, its default. @param next gives the body of each comment that is posted. */
export async function matchesOfSqlite(
  { small, middle, large }: Services,
  bare: Bare,
  next: () => string,
): Promise<Match[]> {
  const kept = { load: reading(), answers: ANSWERS.kept };
  const etag = await etagOf(small.origin);
  const inLong = { origin: large.origin, answers: ANSWERS.made };
  return [
    {
      name: "GET of 100 comments with the version look-up, to bare node:http",
      goal: 0.35,
      one: { origin: small.origin, ...kept },
      other: bare.get,
    },
    {
      name: "the same, each time from another of 800 threads",
      goal: 0.35,
      one: { origin: large.origin, load: fromAll(KEPT_THREADS), answers: ANSWERS.kept },
      other: bare.get,
    },
    {
      name: "GET that answers 304, to bare node:http",
      goal: 0.6,
      one: { origin: small.origin, load: readingKnown(etag), answers: ANSWERS.kept },
      other: bare.known,
    },
    {
      name: "POST of a comment, durable, to bare node:http",
      goal: 0.2,
      one: { origin: small.origin, load: posting(next), answers: ANSWERS.posts },
      other: bare.post(),
    },
    {
      name: `the same, from ${MANY_WRITERS} at once`,
      goal: 0.2,
      one: { origin: small.origin, load: posting(next, MANY_WRITERS), answers: ANSWERS.posts },
      other: bare.post(MANY_WRITERS),
    },
    {
      name: "page of a thread of 10,000 comments, to one of 100",
      goal: 0.9,
      one: { ...kept, origin: large.origin, load: reading("/threads/long-1?limit=100") },
      other: { ...kept, origin: large.origin },
    },
    {
      name: "the same, made anew each time",
      goal: 0.9,
      one: { ...inLong, load: fromAllOfLong() },
      other: { ...inLong, load: fromAll(MANY_THREADS) },
    },
    {
      name: "GET among a million comments, to one among a thousand",
      goal: 0.5,
      one: { origin: large.origin, ...kept },
      other: { origin: small.origin, ...kept },
    },
    {
      name: "the same, made anew each time from all threads, to one among 150,000",
      goal: 0.5,
      one: { ...inLong, load: fromAll(MANY_THREADS) },
      other: { origin: middle.origin, load: fromAll(MORE_THAN_KEPT), answers: ANSWERS.made },
    },
  ];
}

function fromAll(threads: number) {
  let turn = 0;
  return reading(() => `/threads/hundred-${((turn += 1) % threads) + 1}?limit=100`);
}

/** There are more pages of the long thread than are kept at once, so each is made anew when it is asked for again. */
function fromAllOfLong() {
  let block = 0;
  return reading(() => `/threads/long-1?limit=100&before=${10 * ((block += 1) % 980) + 101}`);
}
