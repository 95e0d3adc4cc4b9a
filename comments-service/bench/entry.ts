import { createChallenges } from "../domain/challenge.ts";
import { createIds } from "../domain/ids.ts";
import type { Rate } from "../domain/rates.ts";
import { MINUTE } from "../domain/times.ts";
import { readSettings } from "../settings.ts";
import { startService } from "../hosts/start-service.ts";
import { createSqlStore } from "../store/sql/store.ts";
import { openDatabase } from "../store/open-database.ts";
import { solve } from "../widget/challenge.ts";
import { fill } from "./fill.ts";
import type { Filling } from "./fill.ts";

/**
 * node comments-service/bench/entry.ts FILLINGS: the service as its own entry starts it, on any free port, with a store full of
 * comments and without caps, for the benchmark. FILLINGS is JSON (see fill.ts). Talks to its parent process: says `{ port }` when it
 * listens, and answers `{ solve: N, thread }` with `{ solved }`, N solved challenges for that thread.
 */
const fillings = JSON.parse(process.argv[2] ?? "[]") as Filling[];
const read = readSettings(process.env);
if ("mistakes" in read) throw new Error(read.mistakes.join("\n"));
const { settings } = read;

const database = await openDatabase(settings);
const store = await createSqlStore(database, Date.now());
await fill(database, fillings);
const secret = createIds(Date.now).token();
await store.key("service", secret, Date.now());
await store.close();

const none: readonly Rate[] = [];
const caps = { sender: none, thread: none, site: none };
const service = await startService(
  { ...settings, port: 0 },
  {
    limits: {
      comment: caps,
      report: caps,
      again: { sender: none, comment: none, site: none },
    },
    log: () => {},
  },
);

/** Solved challenges as a hundred a second are asked for: what one post writes stands near what was written with the last. */
async function solved(count: number, thread: string): Promise<string[]> {
  let now = Date.now() - 30 * MINUTE;
  const challenges = createChallenges([secret], () => (now += 10), { cost: 1, least: 1, most: 2 });
  const solutions: string[] = [];
  while (solutions.length < count) {
    const { challenge } = await challenges.create(thread, "comment");
    solutions.push(await solve(challenge, AbortSignal.timeout(10_000)));
  }
  return solutions;
}

process.on("message", (asked: { solve: number; thread: string }) => {
  void solved(asked.solve, asked.thread).then((solutions) => process.send?.({ solved: solutions }));
});
process.on("disconnect", () => void service.stop());
process.send?.({ port: service.port });
