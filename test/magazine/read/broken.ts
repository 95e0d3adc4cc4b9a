import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { Magazine } from "../../../magazine/model.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { ContentMistakes, printMistake } from "../../../magazine/read/mistakes.ts";
import type { Mistake } from "../../../magazine/read/mistakes.ts";
import { refuseEnglish } from "../german.ts";

export const fixture = join(import.meta.dirname, "../../fixtures/magazine");

/** What becomes of a file of the small magazine: new content, a change of what it holds, or null: it goes. */
export type Changes = Record<string, string | Uint8Array | null | ((source: string) => string)>;

/** Copies the small magazine, changes it, hands its folder to `use` and removes it again. */
export function withChanges<Result>(changes: Changes, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  try {
    cpSync(fixture, folder, { recursive: true });
    for (const [file, change] of Object.entries(changes)) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      if (change === null) rmSync(path);
      else
        writeFileSync(
          path,
          typeof change === "function" ? change(readFileSync(path, "utf8")) : change,
        );
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes the articles of the small magazine away: what is read hundreds of times is read the quicker, the less there is of it. */
export const withoutArticles: Changes = Object.fromEntries(
  globSync("articles/**/*.md", { cwd: fixture }).map((file) => [file, null]),
);

export function magazineWith(changes: Changes): Magazine {
  return withChanges(changes, readMagazine);
}

export function mistakesIn(folder: string): readonly Mistake[] {
  try {
    readMagazine(folder);
    return [];
  } catch (error) {
    if (!(error instanceof ContentMistakes)) throw error;
    refuseEnglish(error.mistakes);
    return error.mistakes;
  }
}

export function mistakesWith(changes: Changes): readonly Mistake[] {
  return withChanges(changes, mistakesIn);
}

/** The mistakes as the editor sees them. */
export function linesWith(changes: Changes): string[] {
  return mistakesWith(changes).map(printMistake);
}

const fields = {
  title: "Probe",
  date: "2012-12-01",
  column: "marken",
  author: "bert-zander",
};

/**
 * An article: title on line 2, date on 3, column on 4, author on 5, then what `changed` adds. A field that is null is left out.
 */
export function article(changed: Record<string, string | null> = {}, body = "Ein Satz.\n"): string {
  const lines = Object.entries({ ...fields, ...changed })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  return ["---", ...lines, "---", "", body].join("\n");
}

/** The mistakes of an article, without its name in front. */
export function articleMistakes(changed: Record<string, string | null>, body?: string): string[] {
  return linesWith({ "articles/probe.md": article(changed, body) }).map((line) =>
    line.replace("articles/probe.md:", ""),
  );
}
