import { readFileSync } from "node:fs";
import { editionAt, markOf } from "../../magazine/edition.ts";
import { nearest } from "../../magazine/guess.ts";
import type { ArticleMark, Magazine } from "../../magazine/model.ts";
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
  const listed = articles.filter(({ comments }) => comments !== "off").map(({ id }) => id);
  const fresh = listed.filter((id) => !(id in counts));
  return Object.entries(counts)
    .filter(([id, count]) => count > 0 && !listed.includes(id))
    .map(([id, count]) => {
      const comments = `${count} comment${count === 1 ? "" : "s"}`;
      return `thread ${id} (${comments}) would be dropped: ${why(magazine, id, fresh, now)}`;
    });
}

function why(magazine: Magazine, id: string, fresh: readonly string[], now: Date): string {
  const article = magazine.articles.find((each) => each.id === id);
  const mark = article === undefined ? null : markOf(article, now);
  if (article !== undefined)
    return mark === null ? `${article.file} says "comments: off"` : marks[mark];
  const guess = nearest(id, fresh);
  const named = magazine.articles.find((each) => each.id === guess)?.file;
  const hint = named === undefined ? "" : ` (is it ${named} now?)`;
  return `no article has this id${hint}; write "id: ${id}" into the article whose comments they are`;
}
