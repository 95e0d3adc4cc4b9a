import { createChallenges } from "../domain/challenge.ts";
import { MINUTE } from "../domain/times.ts";
import { readSettings } from "../settings.ts";
import { startService } from "../hosts/start-service.ts";
import { migrate } from "../store/sql/migrate.ts";
import { fillDatabase } from "../store/open-database.ts";
import { solve } from "../widget/challenge.ts";
import { fill } from "./fill.ts";
import type { Filling } from "./fill.ts";
import { withoutCaps } from "./without-caps.ts";

/**
 * node comments-service/bench/entry.ts FILLINGS: the service as its own entry starts it, on any free port, with a store full of
 * comments and without caps, for the benchmark. FILLINGS is JSON (see fill.ts). Talks to its parent process: says `{ port }` when it
 * listens, and answers `{ solve: N, thread }` with `{ solved }`, N solved challenges for that thread under the first SECRET.
 */
const fillings = JSON.parse(process.argv[2] ?? "[]") as Filling[];
const read = readSettings(process.env);
if ("mistakes" in read) throw new Error(read.mistakes.join("\n"));
const { settings } = read;

const now = Date.now();
await fillDatabase(settings, { now, isDry: false }, async (database) => {
  await migrate(database, now);
  await fill(database, fillings);
});
const service = await startService(
  { ...settings, port: 0 },
  { limits: withoutCaps, log: () => {} },
);

/** Solved challenges as a hundred a second are asked for: what one post writes stands near what was written with the last. */
async function solved(count: number, thread: string): Promise<string[]> {
  let at = Date.now() - 30 * MINUTE;
  const easy = { cost: 1, least: 1, most: 2 };
  const challenges = createChallenges(settings.secrets, () => (at += 10), easy);
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
