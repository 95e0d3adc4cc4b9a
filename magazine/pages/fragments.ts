import { guesser } from "../guess.ts";
import type { Guess } from "../guess.ts";
import type { Magazine, Text } from "../model.ts";
import { isReservedId } from "../page-ids.ts";
import { decoded } from "../aliases.ts";
import type { Addresses, PartNumber } from "./addresses.ts";

/** The ids of the headings that stand on a page, and what is guessed among them. */
export interface Headings {
  readonly ids: ReadonlySet<string>;
  readonly guess: Guess;
}

/** The headings of the page at an address. */
export type HeadingsAt = (path: string) => Headings;

/** Looks up which headings a page shows: of an article of several parts each part its own, and the full view all. */
export function headingsIn(magazine: Magazine, addresses: Addresses): HeadingsAt {
  const known = new Map<string, Headings>();
  let pages: ReadonlyMap<string, TextAt> | undefined;
  return (path) => {
    // Few links lead to a heading.
    pages ??= textsIn(magazine, addresses);
    const found = known.get(path) ?? headingsOf(pages.get(path));
    known.set(path, found);
    return found;
  };
}

/** What stands at an address. */
interface TextAt {
  readonly text: Text;
  readonly part: PartNumber;
}

function textsIn(magazine: Magazine, addresses: Addresses): ReadonlyMap<string, TextAt> {
  const pages = new Map<string, TextAt>();
  for (const article of magazine.articles) {
    const parts = article.text.parts.map((_, index) => index + 1);
    for (const part of [...parts, "all" as const]) {
      pages.set(addresses.article(article, part), { text: article.text, part });
    }
  }
  for (const page of magazine.pages)
    pages.set(addresses.plain(page), { text: page.text, part: "all" });
  for (const author of magazine.authors) {
    pages.set(addresses.author(author), { text: author.bio, part: "all" });
  }
  return pages;
}

function headingsOf(page?: TextAt): Headings {
  const shown = (page?.text.headings ?? []).filter(
    ([, part]) => page?.part === "all" || part === page?.part,
  );
  const ids = new Set(shown.map(([id]) => id));
  return { ids, guess: guesser(ids) };
}

/**
 * The id that an address ends with and its page has not; null when it has it, or ends with none. Whether a page shows this comment, or
 * that footnote, is not asked: the one changes without a build, the other is numbered by it.
 */
export function missingId(href: string, path: string, headingsAt: HeadingsAt): string | null {
  const [, fragment = ""] = /#(.*)$/s.exec(href) ?? [];
  const id = decoded(fragment) ?? fragment;
  // `#:~:text=…` is the browser's: it looks for words.
  if (id === "" || id.startsWith(":~:") || isReservedId(id)) return null;
  return headingsAt(path).ids.has(id) ? null : id;
}
