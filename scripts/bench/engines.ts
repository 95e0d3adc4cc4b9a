import { join } from "node:path";
import type { Bare } from "./bare.ts";
import { bodiesWith, etagOf, posting, reading, readingKnown } from "./loads.ts";
import type { Match } from "./match.ts";
import { startPostgres, startService } from "./servers.ts";
import type { Filling, Server } from "./servers.ts";
import { startWorker } from "./workerd.ts";

/** The service on another engine than SQLite. */
export interface Engine {
  readonly name: string;
  /** How many answers a turn is. */
  readonly answers: { readonly reads: number; readonly posts: number };
  /** @throws where the engine does not run. */
  readonly start: (folder: string) => Promise<Server>;
}

const fillings: readonly Filling[] = [{ name: "hundred", threads: 10, comments: 100 }];

export const engines: readonly Engine[] = [
  {
    name: "PostgreSQL",
    answers: { reads: 2000, posts: 1000 },
    async start(folder) {
      const postgres = await startPostgres(join(folder, "postgres"));
      const service = await startService(postgres.address, fillings).catch(async (error) => {
        await postgres.stop();
        throw error;
      });
      const stop = () => service.stop().then(postgres.stop);
      return { origin: service.origin, stop };
    },
  },
  {
    name: "D1 in workerd",
    answers: { reads: 500, posts: 200 },
    start: (folder) => startWorker(join(folder, "d1"), fillings),
  },
];

/** What is measured of each engine, beside the bare server. @param challenges solved ones for all posts. */
export async function matchesOf(
  { name, answers }: Engine,
  { origin }: Server,
  bare: Bare,
  challenges: readonly string[],
): Promise<Match[]> {
  const etag = await etagOf(origin);
  const post = posting(bodiesWith(challenges));
  const row = (
    what: string,
    load: Match["one"]["load"],
    amount: number,
    other: Match["other"],
  ) => ({
    name: `${name}: ${what}, to bare node:http`,
    goal: null,
    one: { origin, load, answers: amount },
    other,
  });
  return [
    row("GET of 100 comments with the version look-up", reading(), answers.reads, bare.get),
    row("GET that answers 304", readingKnown(etag), answers.reads, bare.known),
    row("POST of a comment, durable", post, answers.posts, bare.post()),
  ];
}
