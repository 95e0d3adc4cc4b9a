import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../../build/files.ts";
import { sourceOf } from "./corpus.ts";
import type { Corpus } from "./corpus.ts";

/** Something that an editor does between two builds; each round does another one of its kind. */
export interface Edit {
  readonly name: string;
  /** Changes the content. @returns how to undo it */
  readonly make: (content: string, round: number) => () => void;
}

/** What is measured beside the build of everything. */
export function editsOf({ articles, authors }: Corpus): readonly Edit[] {
  const middle = articles[articles.length >> 1];
  const [author] = authors;
  if (middle === undefined || author === undefined)
    throw new Error("expected a corpus with articles");
  const writeOn = (content: string, round: number) =>
    write(join(content, `articles/${middle.file}.md`), (text) => `${text}\nNachtrag ${round}.\n`);
  return [
    { name: "nothing changed", make: () => () => {} },
    {
      name: "nothing changed, in a new checkout",
      make: (content) => {
        checkOut(content);
        return () => {};
      },
    },
    { name: "one article's text changed", make: writeOn },
    {
      name: "one article's text changed, in a new checkout",
      make: (content, round) => {
        checkOut(content);
        return writeOn(content, round);
      },
    },
    {
      name: "a new article",
      make: (content, round) => {
        const article = { ...middle, title: `Neu ${round}`, date: "2026-01-02 09:00" };
        return write(join(content, `articles/2026/neu-${round}.md`), () => sourceOf(article));
      },
    },
    {
      name: "an author's bio changed",
      make: (content, round) =>
        write(join(content, `authors/${author.slug}.md`), (text) => `${text}\nZusatz ${round}.\n`),
    },
  ];
}

/** Gives every file another time, as a fresh checkout does. */
function checkOut(content: string): void {
  const now = new Date();
  for (const file of filesIn(content)) utimesSync(join(content, file), now, now);
}

function write(file: string, change: (text: string) => string): () => void {
  if (!existsSync(file)) {
    writeFileSync(file, change(""));
    return () => rmSync(file);
  }
  const before = readFileSync(file, "utf8");
  writeFileSync(file, change(before));
  return () => writeFileSync(file, before);
}
