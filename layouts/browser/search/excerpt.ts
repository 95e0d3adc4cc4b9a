import type { Fragment } from "./index-of.ts";

/** How many words an excerpt has, and how many of them stand before the first that was looked for. */
const [length, before] = [30, 7];

/** Some words of an article around those that were looked for. */
export interface Excerpt {
  readonly pieces: readonly { readonly words: string; readonly isFound: boolean }[];
  /** Whether the part goes on before it, and behind it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The part in which it stands, from 1, and how many there are. */
  readonly part: number;
  readonly parts: number;
  /** Where it stands: the part's page, and the word there (Text Fragments, `#:~:text=`). */
  readonly href: string;
}

/** Where most of what was looked for stands together, within one part; an article's beginning where nothing of it stands in the text. */
export function excerptOf({ url, content, anchors, locations }: Fragment): Excerpt {
  // As Pagefind counts words.
  const words = content.split(/[^\S\uFEFF]+/);
  const parts = anchors.filter(({ id }) => id.startsWith("/"));
  const partAt = (place: number) =>
    Math.max(
      0,
      parts.findLastIndex(({ location }) => location <= place),
    );
  const place = densest(locations);
  const part = partAt(place ?? 0);
  // The standfirst stands before the first part.
  const first = part === 0 ? 0 : (parts[part]?.location ?? 0);
  const end = parts[part + 1]?.location ?? words.length;
  const from = Math.max(first, (place ?? 0) - before);
  const to = Math.min(end, from + length);
  const found = new Set(locations);
  const page = parts[part]?.id ?? url;
  return {
    pieces: words
      .slice(from, to)
      .map((word, at) => ({ words: word, isFound: found.has(from + at) })),
    opens: from > first,
    closes: to < end,
    part: part + 1,
    parts: parts.length,
    href: place === null ? page : page + textFragment(words[place] ?? ""),
  };
}

/** The place from which on most of what was looked for follows within an excerpt; the first of several, null for none. */
function densest(locations: readonly number[]): number | null {
  const within = (place: number) =>
    locations.filter((other) => other >= place && other < place + length - before).length;
  return locations.toSorted((one, other) => within(other) - within(one) || one - other)[0] ?? null;
}

/** Lets the browser lead to a word and mark it; without the signs around it. */
function textFragment(word: string): string {
  const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  // A hyphen would begin what stands around.
  return bare === "" ? "" : `#:~:text=${encodeURIComponent(bare).replaceAll("-", "%2D")}`;
}
