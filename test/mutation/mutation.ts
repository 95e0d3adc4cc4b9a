import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { testsOfActs } from "./tests-of-acts.ts";

// npm run mutation [-- domain | acts | domain/rates | acts/payment …]: Stryker over these, and a table of what the tests have noticed.
const REPORT = ".kolumne/mutation.json";
const ENOUGH = 80;

/** What of a file's changes was noticed, in the words of Stryker's report. */
interface Score {
  name: string;
  noticed: number;
  all: number;
}

interface Report {
  files: Record<string, { mutants: { status: string }[] }>;
}

const wanted = process.argv.slice(2);
const all = ["domain", ...Object.keys(testsOfActs).map((act) => `acts/${act}`)];
const asked =
  wanted.length === 0 ? all : wanted.flatMap((name) => (name === "acts" ? all.slice(1) : name));
const scores = asked.flatMap(scoresOf);
for (const room of ["domain", "acts"]) {
  const own = scores.filter(({ name }) => name.startsWith(`${room}/`));
  if (own.length === 0) continue;
  const sum = (count: "noticed" | "all") => own.reduce((before, each) => before + each[count], 0);
  const total = { name: room, noticed: sum("noticed"), all: sum("all") };
  for (const score of [...own, total]) console.log(lineOf(score));
  if (percentOf(total) < ENOUGH) process.exitCode = 1;
}

/** Runs Stryker over a room or a file with the tests that are about it. */
function scoresOf(name: string): Score[] {
  const [room = "", file] = name.split("/");
  const tests = room === "acts" ? testsOfActs[file ?? ""] : ["domain/*"];
  if (tests === undefined)
    throw new Error(`no tests are named for ${name}: see test/mutation/tests-of-acts.ts`);
  const TESTS = tests.map((each) => `test/comments-service/${each}.test.ts`).join(" ");
  const only = file === undefined ? [] : ["--mutate", `comments-service/${name}.ts`];
  rmSync(REPORT, { force: true });
  spawnSync("stryker", ["run", ...only], { stdio: "inherit", env: { ...process.env, TESTS } });
  // The JSON is Stryker's own.
  const { files } = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
  return Object.entries(files).map(([path, { mutants }]) => {
    const count = (...statuses: string[]) =>
      mutants.filter(({ status }) => statuses.includes(status)).length;
    const noticed = count("Killed", "Timeout");
    const missed = count("Survived", "NoCoverage");
    return {
      name: path.replace(/^comments-service\/|\.ts$/gu, ""),
      noticed,
      all: noticed + missed,
    };
  });
}

function percentOf({ noticed, all: count }: Score): number {
  return count === 0 ? 100 : (100 * noticed) / count;
}

function lineOf(score: Score): string {
  const { name, noticed, all: count } = score;
  return `${percentOf(score).toFixed(1).padStart(5)} ${`${noticed}/${count}`.padStart(9)} ${name}`;
}
