import type { Author, Column } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import type { Document } from "./documents.ts";
import type { Path } from "./fields.ts";
import type { Reading, Shelf, Shelves } from "./reading.ts";

/** The column that an article names; null when there is none, which is reported. */
export function columnOf(article: Document, { columns }: Shelves, reading: Reading): Column | null {
  const name = article.fields?.data.column;
  return typeof name === "string"
    ? resolve(article, ["column"], name, columns, "columns", reading)
    : null;
}

/** The authors that an article names by `author` or `authors`, in its order. What is wrong is reported. */
export function authorsOf(
  article: Document,
  { authors }: Shelves,
  reading: Reading,
): readonly Author[] {
  if (article.fields === null) return [];
  const { file, fields } = article;
  const { report } = reading;
  const { author: one, authors: several } = fields.data;
  if (one === undefined && several === undefined) {
    const expected =
      "author with the name of a file in content/authors, or authors with a list of such names";
    report({ file, line: 1, column: 1, what: "author is missing", expected });
  }
  if (one !== undefined && several !== undefined) {
    const expected = "authors alone, with all of them";
    report({
      file,
      ...fields.keyAt(["authors"]),
      what: "author and authors are both given",
      expected,
    });
  }
  const names: [Path, string][] = [];
  if (typeof one === "string") names.push([["author"], one]);
  if (Array.isArray(several)) {
    for (const [index, name] of several.entries()) {
      if (typeof name === "string") names.push([["authors", index], name]);
    }
  }
  return names.flatMap(
    ([path, name]) => resolve(article, path, name, authors, "authors", reading) ?? [],
  );
}

function resolve<Thing>(
  { file, fields }: Document,
  path: Path,
  name: string,
  { slugs, guess: guessSlug, things }: Shelf<Thing>,
  folder: "authors" | "columns",
  { language, report }: Reading,
): Thing | null {
  // An empty name is the schema's to report.
  if (fields === null || name.trim() === "" || slugs.has(name)) return things.get(name) ?? null;
  const guess = guessSlug(slugOf(name, language));
  report({
    file,
    ...fields.valueAt(path),
    what: `${folder.slice(0, -1)} "${name}" is not in content/${folder}`,
    expected: "the name of a file there, without .md",
    ...(guess !== undefined && { guess }),
  });
  return null;
}
