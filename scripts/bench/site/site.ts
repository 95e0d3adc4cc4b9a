import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { buildAssets } from "../../build/assets.ts";
import { filesIn } from "../../build/files.ts";
import { aligned, spreadOf } from "../table.ts";
import type { Spread } from "../table.ts";
import { corpusOf, writeContent } from "./corpus.ts";
import type { Corpus } from "./corpus.ts";
import { editsOf } from "./edits.ts";
import type { Edit } from "./edits.ts";
import { writeHugoSite } from "./hugo.ts";
import { costOf } from "./measure.ts";
import type { Cost } from "./measure.ts";

const rounds = 5;
/** A day after the newest article, and before the new one appears that a round writes. */
const now = "2026-01-03";

/** A build that is measured in each round, and what it took. */
interface Line {
  readonly name: string;
  readonly build: (round: number) => Promise<Cost>;
  readonly costs: Cost[];
}

/**
 * Measures how quick a made-up magazine is built, in turns with Hugo, and prints a table. Pictures are apart. Everything lies in a temporary
 * folder, which it removes.
 *
 * @param articles how many it has
 * @param hugo how Hugo is called; where it does not answer, Kolumne is measured alone
 */
export async function benchSite(articles: number, hugo: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-bench-site-"));
  try {
    const corpus = corpusOf(articles);
    writeContent(join(folder, "content"), corpus);
    const version = hugoVersion(hugo);
    const theirs = version === null ? null : await hugoLine(folder, corpus, { hugo, version });
    const ours = [
      lineOf("everything", () => buildAll(folder)),
      ...editsOf(corpus).map((edit) =>
        lineOf(edit.name, (round) => buildAfter(edit, folder, round)),
      ),
    ];
    const lines = theirs === null ? ours : [theirs, ...ours];
    for (let round = 1; round <= rounds; round += 1) {
      for (const { name, build, costs } of lines) {
        costs.push(await build(round));
        console.error(`round ${round} of ${rounds}: ${name}`);
      }
    }
    console.log(tableOf(lines, theirs));
    const files = ["dist", ...(theirs === null ? [] : ["hugo-dist"])].map((name) =>
      String(filesIn(join(folder, name)).length),
    );
    console.log(
      `${articles} articles; ${files.join(" files, Hugo ")} files. ${rounds} rounds in turns: medians, with the lowest and the highest. ${cpus().length} processors, load at the end ${loadavg()[0]?.toFixed(1)}.`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lineOf(name: string, build: Line["build"]): Line {
  return { name, build, costs: [] };
}

async function hugoLine(
  folder: string,
  corpus: Corpus,
  { hugo, version }: { readonly hugo: string; readonly version: string },
): Promise<Line> {
  const { assets } = await buildAssets("de");
  const [from, to] = [join(folder, "hugo"), join(folder, "hugo-dist")];
  writeHugoSite(from, corpus, assets.styles.article.css);
  return lineOf(`everything, ${version}`, () => {
    rmSync(to, { recursive: true, force: true });
    return costOf([...hugo.split(" "), "--quiet", "-s", from, "-d", to], folder);
  });
}

/** Everything, into an empty folder, with nothing kept. */
function buildAll(folder: string): Promise<Cost> {
  for (const name of ["dist", ".cache"])
    rmSync(join(folder, name), { recursive: true, force: true });
  return build(folder);
}

/** What is left to do after an edit, which is undone and printed away again. */
async function buildAfter(edit: Edit, folder: string, round: number): Promise<Cost> {
  const undo = edit.make(join(folder, "content"), round);
  const cost = await build(folder);
  undo();
  await build(folder);
  return cost;
}

function build(folder: string): Promise<Cost> {
  const command = [process.execPath, join(import.meta.dirname, "../../run.mjs"), "build"];
  const options = { content: "content", out: "dist", pictures: "pictures.json" };
  const paths = Object.entries(options).flatMap(([name, path]) => [
    `--${name}`,
    join(folder, path),
  ]);
  return costOf([...command, ...paths, "--now", now], folder);
}

function hugoVersion(hugo: string): string | null {
  const [command = "", ...words] = hugo.split(" ");
  const { status, stdout } = spawnSync(command, [...words, "version"], { encoding: "utf8" });
  return status === 0 ? `Hugo ${/v[\d.]+/.exec(stdout)?.[0] ?? stdout.trim()}` : null;
}

function tableOf(lines: readonly Line[], theirs: Line | null): string {
  const rows = lines.map((line) => [line.name, ...cells(line), ...ratios(line, theirs)]);
  return aligned([
    ["what", "user s", "wall s", "peak MB", "of Hugo's user", "of Hugo's wall"],
    ...rows,
  ]);
}

function cells({ costs }: Line): string[] {
  const peaks = costs.flatMap(({ peak }) => peak ?? []);
  return [
    shown(spreadOf(costs.map(({ user }) => user)), 2),
    shown(spreadOf(costs.map(({ wall }) => wall)), 2),
    peaks.length === 0 ? "–" : shown(spreadOf(peaks), 0),
  ];
}

/** To the other's build of the same round. */
function ratios({ costs }: Line, theirs: Line | null): string[] {
  if (theirs === null || theirs.costs === costs) return ["", ""];
  const to = (of: (cost: Cost) => number) =>
    shown(spreadOf(costs.map((cost, at) => of(cost) / of(theirs.costs[at] ?? cost))), 2);
  return [to(({ user }) => user), to(({ wall }) => wall)];
}

function shown({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
