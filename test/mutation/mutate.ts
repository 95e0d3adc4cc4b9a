import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import type { CliOptions } from "vitest/node";
import { filesOf, instrument } from "./mutants.ts";
import { folder, planned, results } from "./plan.ts";
import type { Mutant, Plan, Result } from "./plan.ts";
import { report } from "./report.ts";
import { rooms } from "./rooms.ts";
import type { Room } from "./rooms.ts";
import { switched } from "./switched.ts";

// npm run mutate [-- ROOM | FILE …] [--sample N] [--seed S] [--again]: what tests notice of small changes to the code (CONTRIBUTING.md).
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    again: { type: "boolean", default: false },
  },
});
/** Tests that look at how long something takes, or at thousands of cases. */
const quick =
  /^(?!.*(?:linear time|among many candidates|work grows|time grows|cut off|every hour of two years|50,000|deeply nested|whatever stands in|is valid HTML|put together))/u;

const settings: CliOptions = {
  config: false,
  watch: false,
  runner: "./test/mutation/runner.ts",
  reporters: ["./test/mutation/quiet.ts"],
  isolate: false,
  // The same file has other mutants in it in the next run.
  fsModuleCache: false,
  maxWorkers: 1,
  testNamePattern: quick,
  testTimeout: 120_000,
  // Where there is a disk in memory, files of tests stand there.
  env: existsSync("/dev/shm") ? { TMPDIR: "/dev/shm" } : {},
};

const asked = positionals.length === 0 ? ["layouts", "magazine"] : positionals;
mkdirSync(folder, { recursive: true });
const before = new Map(values.again ? read().map((one) => [nameOf(one), one]) : []);
if (!values.again) rmSync(results, { force: true });
const all: Mutant[] = [];
for (const [name, room] of Object.entries(rooms)) {
  const files = filesOf(room).filter((file) =>
    asked.some(
      (one) => `${name}/`.startsWith(`${one}/`) || file === one || file.startsWith(`${one}/`),
    ),
  );
  if (files.length > 0) await run(room, files);
}
if (all.length === 0)
  throw new Error(
    `nothing is called ${asked.join(" or ")}: rooms are ${Object.keys(rooms).join(", ")}, and files are named with their folders`,
  );
const wanted = new Set(all.map(nameOf));
const last = new Map(read().map((one) => [nameOf(one), one]));
process.exitCode = report(
  [...last.values()].filter((one) => wanted.has(nameOf(one))),
  all.length,
)
  ? 0
  : 1;

/** Tries the mutants of some files of a room, or a sample of them; with `--again` those that the last run did not see noticed. */
async function run(room: Room, files: readonly string[]): Promise<void> {
  const { code, mutants } = await instrument(files);
  all.push(...mutants);
  const some = inAnyOrder(mutants).slice(0, Number(values.sample ?? mutants.length));
  const open = some.filter((one) => before.get(nameOf(one))?.state !== "noticed");
  const tests = globSync([...room.tests]).toSorted();
  const plan: Plan = { files, tests, mutants: open };
  writeFileSync(planned, JSON.stringify(plan));
  const vitest = await startVitest("test", tests, settings, {
    plugins: [switched(code, room.keep)],
  });
  await vitest.close();
}

/** Shuffled, the same way for the same seed. */
function inAnyOrder(mutants: readonly Mutant[]): Mutant[] {
  const place = (one: Mutant) =>
    createHash("sha256")
      .update(values.seed + nameOf(one))
      .digest("hex");
  return mutants
    .map((one) => [place(one), one] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one);
}

function read(): Result[] {
  if (!existsSync(results)) return [];
  // The lines are the runner's.
  return readFileSync(results, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Result);
}

/** The same for the same change of the same code. */
function nameOf({ file, line, column, kind, before: from, after }: Mutant): string {
  return JSON.stringify([file, line, column, kind, from, after]);
}
