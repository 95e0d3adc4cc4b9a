import { readFileSync } from "node:fs";
import { editionAt, markOf } from "../../magazine/edition.ts";
import { guesser } from "../../magazine/guess.ts";
import type { Guess } from "../../magazine/guess.ts";
import type { Article, ArticleMark, Magazine } from "../../magazine/model.ts";
import { UsageError } from "../command.ts";

/** How many comments each thread has, by its id: what `GET /counts` answers, and `npm run comments -- export --threads DIR` writes. */
export type Counts = Readonly<Record<string, number>>;

/** @throws UsageError when the file is not that */
export function readCounts(path: string): Counts {
  const json = readJson(path);
  if (typeof json === "object" && json !== null && !Array.isArray(json)) {
    const counts = Object.entries<unknown>({ ...json });
    if (counts.every((pair): pair is [string, number] => Number.isInteger(pair[1])))
      return Object.fromEntries(counts);
  }
  throw new UsageError(
    `--threads ${path}: expected the _counts.json that npm run comments -- export --threads DIR writes, such as { "an-article": 3 }`,
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

const marks: Record<ArticleMark, string> = {
  draft: "its article is a draft",
  scheduled: "its article's date is still to come",
  expired: "its article has expired",
};

/**
 * The threads with comments that a build at `now` would no longer list: the service closes them, and no page shows them.
 *
 * @returns a line for each, with why and what to do
 */
export function droppedThreads(magazine: Magazine, counts: Counts, now: Date): string[] {
  const { articles } = editionAt(magazine, now, false);
  const listed = new Set(articles.filter(({ comments }) => comments !== "off").map(({ id }) => id));
  const guess = guesser([...listed].filter((id) => !Object.hasOwn(counts, id)));
  const byId = new Map(magazine.articles.map((article) => [article.id, article]));
  return Object.entries(counts)
    .filter(([id, count]) => count > 0 && !listed.has(id))
    .map(([id, count]) => {
      const comments = `${count} comment${count === 1 ? "" : "s"}`;
      return `thread ${id} (${comments}) would be dropped: ${why(id, byId, guess, now)}`;
    });
}

function why(id: string, byId: ReadonlyMap<string, Article>, guess: Guess, now: Date): string {
  const article = byId.get(id);
  const mark = article === undefined ? null : markOf(article, now);
  if (article !== undefined)
    return mark === null ? `${article.file} says "comments: off"` : marks[mark];
  const named = byId.get(guess(id) ?? "")?.file;
  const hint = named === undefined ? "" : ` (is it ${named} now?)`;
  return `no article has this id${hint}; write "id: ${id}" into the article whose comments they are`;
}
