import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { buildAssets } from "../../build/assets.ts";
import { aligned, spreadOf } from "../table.ts";
import type { Spread } from "../table.ts";
import { corpusOf, writeContent } from "./corpus.ts";
import { editsOf } from "./edits.ts";
import type { Edit } from "./edits.ts";
import { writeHugoSite } from "./hugo.ts";
import { costOf } from "./measure.ts";
import type { Cost } from "./measure.ts";

const rounds = 5;
/** A day after the newest article, and before the new one appears that a round writes. */
const now = "2026-01-03";

/** What one build, or the same of several rounds, has taken. */
interface Line {
  readonly name: string;
  readonly costs: readonly Cost[];
}

/**
 * Measures how quick a made-up magazine is built, in turns with Hugo, and prints a table. Everything lies in a temporary folder, which it removes.
 *
 * @param articles how many it has
 * @param hugo how Hugo is called; where it does not answer, Kolumne is measured alone
 */
export async function benchSite(articles: number, hugo: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-bench-site-"));
  try {
    const corpus = corpusOf(articles);
    const content = join(folder, "content");
    writeContent(content, corpus);
    const version = hugoVersion(hugo);
    if (version !== null) {
      const { assets } = await buildAssets("de");
      writeHugoSite(join(folder, "hugo"), corpus, assets.styles.article.css);
    }
    const ours: Line[] = [{ name: "everything", costs: [] }, ...editsOf(corpus).map(lineOf)];
    const theirs: Line = { name: `everything, ${version ?? "no Hugo here"}`, costs: [] };
    for (let round = 1; round <= rounds; round += 1) {
      if (version !== null) await turnOf(theirs, () => buildWithHugo(hugo, folder));
      for (const line of ours) {
        await turnOf(line, () => build(folder, line, round));
        console.error(`round ${round} of ${rounds}: ${line.name}`);
      }
    }
    print(articles, folder, [...ours, ...(version === null ? [] : [theirs])]);
  } finally {
    rmSync(folder, { recursive: true });
  }

  function lineOf(edit: Edit): Line & Edit {
    return { ...edit, costs: [] };
  }
}

async function turnOf(line: Line, build: () => Promise<Cost>): Promise<void> {
  (line.costs as Cost[]).push(await build());
}

async function buildWithHugo(hugo: string, folder: string): Promise<Cost> {
  rmSync(join(folder, "hugo-dist"), { recursive: true, force: true });
  return costOf(
    [...hugo.split(" "), "--quiet", "-s", join(folder, "hugo"), "-d", join(folder, "hugo-dist")],
    folder,
  );
}

/** Everything into an empty folder, or what is left to do after an edit, which is undone and printed away again. */
async function build(folder: string, line: Line | (Line & Edit), round: number): Promise<Cost> {
  const content = join(folder, "content");
  const out = join(folder, "dist");
  const command = [process.execPath, join(import.meta.dirname, "../../build.ts")];
  const once = () =>
    costOf([...command, "--content", content, "--out", out, "--now", now], process.cwd());
  if (!("make" in line)) {
    rmSync(out, { recursive: true, force: true });
    return once();
  }
  const undo = line.make(content, round);
  const cost = await once();
  undo();
  if (line.name !== "nothing changed") await once();
  return cost;
}

function hugoVersion(hugo: string): string | null {
  const [command = "", ...words] = hugo.split(" ");
  const { status, stdout } = spawnSync(command, [...words, "version"], { encoding: "utf8" });
  return status === 0 ? `Hugo ${/v[\d.]+/.exec(stdout)?.[0] ?? stdout.trim()}` : null;
}

function print(articles: number, folder: string, lines: readonly Line[]): void {
  const theirs = lines.find(({ name }) => name.includes("Hugo"));
  const rows = lines.map((line) => [line.name, ...cells(line), ...ratios(line, theirs)]);
  console.log(
    aligned([["what", "user s", "wall s", "peak MB", "of Hugo's user", "of Hugo's wall"], ...rows]),
  );
  const files = ["dist", ...(theirs === undefined ? [] : ["hugo-dist"])].map(
    (name) =>
      readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      ).length,
  );
  console.log(
    `${articles} articles; ${files.join(" files, Hugo ")} files. ${rounds} rounds in turns: medians, with the lowest and the highest. ${cpus().length} processors, load at the end ${loadavg()[0]?.toFixed(1)}.`,
  );
}

function cells({ costs }: Line): string[] {
  const peaks = costs.flatMap(({ peak }) => peak ?? []);
  return [
    shown(spreadOf(costs.map(({ user }) => user)), 1),
    shown(spreadOf(costs.map(({ wall }) => wall)), 1),
    peaks.length === 0 ? "–" : shown(spreadOf(peaks), 0),
  ];
}

/** To the other's build of the same round. */
function ratios({ costs }: Line, theirs: Line | undefined): string[] {
  if (theirs === undefined || theirs.costs === costs) return ["", ""];
  const to = (of: (cost: Cost) => number) =>
    shown(spreadOf(costs.map((cost, at) => of(cost) / of(theirs.costs[at] ?? cost))), 2);
  return [to(({ user }) => user), to(({ wall }) => wall)];
}

function shown({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
