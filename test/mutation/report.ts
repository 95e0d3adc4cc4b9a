import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { folder } from "./plan.ts";
import type { Result } from "./plan.ts";

/** So many of a hundred shall be noticed. */
const enough = 85;

interface Score {
  readonly noticed: number;
  readonly all: number;
}

/**
 * Prints how many changes were noticed, by file and folder, and writes the others into a list. Changes that no switch reaches are not counted.
 *
 * @param mutants how many there are; fewer results are a sample of them
 * @returns whether enough of all were noticed
 */
export function report(results: readonly Result[], mutants: number): boolean {
  const counted = results.filter(({ state }) => state !== "static");
  const folderOf = (file: string) => dirname(file).split("/").slice(0, 2).join("/");
  for (const [name, some] of Map.groupBy(counted, ({ file }) => file)) print(name, scoreOf(some));
  for (const [name, some] of Map.groupBy(counted, ({ file }) => folderOf(file)))
    print(name, scoreOf(some));
  const all = scoreOf(counted);
  print("all", all);
  console.log(`${results.length - counted.length} more are passed only while the code is loaded.`);
  if (results.length < mutants)
    console.log(
      `A sample: ${results.length} of ${mutants}. With 95 % certainty ${interval(all)} are noticed.`,
    );
  const missed = counted
    .filter(({ state }) => state !== "noticed")
    .map(lineOf)
    .toSorted();
  writeFileSync(`${folder}/survivors.txt`, missed.map((line) => `${line}\n`).join(""));
  console.log(`What was not noticed: ${folder}/survivors.txt`);
  return percentOf(all) >= enough;
}

function scoreOf(results: readonly Result[]): Score {
  return {
    noticed: results.filter(({ state }) => state === "noticed").length,
    all: results.length,
  };
}

function percentOf({ noticed, all }: Score): number {
  return all === 0 ? 100 : (100 * noticed) / all;
}

function print(name: string, score: Score): void {
  const { noticed, all } = score;
  console.log(
    `${percentOf(score).toFixed(1).padStart(5)} ${`${noticed}/${all}`.padStart(11)} ${name}`,
  );
}

/** Wilson's interval of a share. */
function interval({ noticed, all }: Score): string {
  const z = 1.96;
  const share = noticed / all;
  const middle = share + z ** 2 / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  const percent = (value: number) => ((100 * value) / (1 + z ** 2 / all)).toFixed(1);
  return `${percent(middle - half)} to ${percent(middle + half)} %`;
}

/** `file:line:column kind, state: before => after`, on one line. */
function lineOf({ file, line, column, kind, state, before, after }: Result): string {
  const short = (code: string) => code.replaceAll(/\s+/gu, " ").slice(0, 90);
  return `${file}:${String(line).padStart(3)}:${column} ${kind}, ${state}: ${short(before)} => ${short(after)}`;
}
