import type { Text } from "../model.ts";
import type { KeptArticle, KeptPiece } from "./memory.ts";

/** What those pages know of an article, author or plain page that do not show its text. */
export interface Outward {
  /** All but what follows, as one text. */
  readonly what: string;
  /** What may be linked to, each with its part. */
  readonly headings: ReadonlySet<string>;
  /** Where it leads. */
  readonly hrefs: ReadonlySet<string>;
}

/** The words of its text are left out, and where in the file something stands. */
export function outwardOf(kept: KeptArticle | KeptPiece): Outward {
  const { text, ...others } =
    "article" in kept ? { ...kept, ...kept.article, article: null } : kept;
  return { what: JSON.stringify([others, text.parts.length, text.images]), ...waysOf(text) };
}

function waysOf({ headings, links }: Pick<Text, "headings" | "links">) {
  return {
    headings: new Set(headings.map(([id, part]) => `${id} ${part}`)),
    hrefs: new Set(links.map(({ href }) => href)),
  };
}

/**
 * Whether nothing else of a magazine can be affected by what has become of it.
 *
 * @param isPage whether an address is surely that of a page
 */
export function isOutwardlySame(
  was: Outward,
  now: Outward,
  isPage: (href: string) => boolean,
): boolean {
  return (
    was.what === now.what &&
    was.headings.isSubsetOf(now.headings) &&
    now.hrefs.difference(was.hrefs).values().every(isPage)
  );
}
