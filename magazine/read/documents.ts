import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { nearest } from "../guess.ts";
import type { Fields } from "./fields.ts";
import { bodyIn, readFrontMatter } from "./front-matter.ts";
import type { Report } from "./mistakes.ts";

/** What is looked at of a Markdown file of the content folder when it stands beside others. */
export interface Listed {
  /** Relative to the content folder, with slashes. */
  readonly file: string;
  /** The file's name without `.md`, in NFC. */
  readonly slug: string;
  /** Null when they cannot be read. */
  readonly fields: Pick<Fields, "data" | "valueAt"> | null;
}

/** A Markdown file of the content folder, divided into fields and body. */
export interface Document extends Listed {
  readonly fields: Fields | null;
  readonly body: string;
  readonly bodyLine: number;
}

export const folders = ["articles", "authors", "columns", "pages"] as const;
export type Folder = (typeof folders)[number];

/** The Markdown files of one folder; only articles may stand in folders of their own, such as a year's. */
export function documentsIn(files: readonly string[], folder: Folder): readonly string[] {
  const below = `${folder}/`;
  return files.filter(
    (file) =>
      file.startsWith(below) &&
      file.endsWith(".md") &&
      (folder === "articles" || !file.includes("/", below.length)),
  );
}

/** Reports Markdown files that stand where nobody would read them. Those beside magazine.yaml are the editors' own. */
export function refuseStrays(files: readonly string[], report: Report): void {
  const read = new Set(folders.flatMap((folder) => documentsIn(files, folder)));
  for (const file of files) {
    const [first = "", ...rest] = file.split("/");
    if (read.has(file) || rest.length === 0 || !/\.(?:md|markdown)$/i.test(file)) continue;
    const guess = nearest(first, folders);
    report({
      file,
      line: 1,
      column: 1,
      what: "no part of the magazine is read from here",
      expected: "a file.md in articles, authors, columns or pages",
      ...(guess !== undefined && guess !== first && { guess }),
    });
  }
}

/** Reads a Markdown file and reports what is wrong with its encoding and front matter. */
export function readDocument(folder: string, file: string, report: Report): Document {
  const source = readSource(folder, file, report);
  const { mistakes, ...rest } = readFrontMatter(source);
  for (const mistake of mistakes) report({ file, ...mistake });
  return { file, slug: slugIn(file), ...rest };
}

/** What a document holds behind its fields, which are not looked at. */
export function readBody(folder: string, file: string): string {
  return bodyIn(readSource(folder, file, () => {}));
}

function slugIn(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".md".length).normalize("NFC");
}

/** What XML 1.0, and so a feed, may not hold: control characters but tab and line end, and the two that are no characters. */
export const control = /[[\p{Cc}--[\t\n]]\uFFFE\uFFFF]/v;

/**
 * A text file with line feeds only and without its byte order mark, so that what follows need not know of them: lines and columns
 * stay those of the file. Reports bytes that are not UTF-8.
 */
export function readSource(folder: string, file: string, report: Report): string {
  const bytes = readFileSync(join(folder, file));
  // TextDecoder drops a byte order mark.
  const source = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const inUtf8 = isUtf8(bytes);
  const at = source.search(inUtf8 ? control : /\uFFFD/);
  if (at >= 0) {
    const before = source.slice(0, at).split("\n");
    report({
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      ...(inUtf8
        ? { what: "a control character stands here", expected: "letters, spaces and line ends" }
        : {
            what: "this letter is not written in UTF-8",
            expected: "the file saved with the encoding UTF-8",
          }),
    });
  }
  return source;
}
