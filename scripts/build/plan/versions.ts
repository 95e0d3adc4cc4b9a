import type { Article, Author, Image, Magazine, Text } from "../../../magazine/model.ts";
import { contextOf } from "../../../magazine/pages/pages.ts";
import type { Ingredient } from "../../../magazine/pages/page.ts";
import { hashOf } from "./stamps.ts";

/** Tells things of a magazine apart from what they were. */
export interface Versions {
  /** Of all that is no article and no bio, and of every former address: what any view may be made of. */
  readonly shared: string;
  /** Of an article or author with all that is told of it; a number stands for itself. */
  readonly of: (thing: Ingredient) => string;
}

export function versionsIn(edition: Magazine): Versions {
  const { articles, authors, pages, next: _next, ...settings } = edition;
  const shared = [
    settings,
    contextOf(edition).frame,
    authors.map((one) => Object.assign({}, one, { bio: null })),
    pages.map((one) => Object.assign({}, one, { text: null })),
    articles.flatMap(({ aliases, column, slug }) =>
      aliases.length === 0 ? [] : [[aliases, column.slug, slug]],
    ),
  ];
  const known = new WeakMap<object, string>();
  return {
    shared: hashOf(JSON.stringify(shared)),
    of(thing) {
      if (thing === null || typeof thing === "number") return String(thing);
      const before = known.get(thing);
      if (before !== undefined) return before;
      const version = hashOf(JSON.stringify("bio" in thing ? author(thing) : article(thing)));
      known.set(thing, version);
      return version;
    },
  };
}

function author({ bio, ...rest }: Author) {
  return [rest, textOf(bio)];
}

function article({ column, authors, text, ...rest }: Article) {
  return [rest, column.slug, authors.map(({ slug }) => slug), textOf(text)];
}

/** A text is told by its key: all else follows from its source, but for the pictures. */
function textOf({ key, images }: Text): readonly [string, Readonly<Record<string, Image>>] {
  return [key, images];
}
