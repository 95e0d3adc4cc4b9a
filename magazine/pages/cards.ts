/**
 * The picture that networks show when an article is shared (Open Graph): what stands on it, and its address, which follows from that, so
 * that pages are printed before it is drawn.
 */
import { createHash } from "node:crypto";
import manifest from "../../package.json" with { type: "json" };
import { formatDate } from "../dates.ts";
import type { Article, Image, Magazine } from "../model.ts";
import { recipe } from "../pictures.ts";
import { words } from "../words/words.ts";

/** In pixels, as Open Graph's readers want it. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What draws it: in its address, so that a kept one is never an old one. Raise `look` after a change of `scripts/build/card.ts`. */
const drawn = {
  look: 1,
  sharp: recipe.sharp,
  satori: manifest.dependencies.satori,
  serif: manifest.dependencies["@fontsource/noto-serif"],
  sans: manifest.dependencies["@fontsource/noto-sans"],
};

export interface Card {
  readonly column: string;
  readonly title: string;
  /** `Anna und Bert`. */
  readonly authors: string;
  /** Of a single author. */
  readonly tagline: string | null;
  readonly portrait: Image | null;
  readonly magazine: string;
  readonly date: string;
  /** The article's own. */
  readonly image: Image | null;
}

export function cardOf({ title: magazine, language, locale }: Magazine, article: Article): Card {
  const names = article.authors.map(({ name }) => name);
  const last = names.at(-1) ?? "";
  const [author] = article.authors.length === 1 ? article.authors : [];
  return {
    column: article.column.name,
    title: article.title,
    authors:
      names.length > 1 ? `${names.slice(0, -1).join(", ")} ${words[language].and} ${last}` : last,
    tagline: author?.tagline ?? null,
    portrait: author?.portrait ?? null,
    magazine,
    date: formatDate(article.date, locale),
    image: article.image,
  };
}

/** Where it is printed. @param images the folder of pictures, between slashes */
export function cardAddress(card: Card, slug: string, images: string): string {
  const of = (image: Image | null) => image && [image.hash, image.focus];
  const what = { ...card, portrait: of(card.portrait), image: of(card.image), drawn };
  const hash = createHash("sha256").update(JSON.stringify(what)).digest("hex").slice(0, 8);
  return `${images}${slug}-share.${hash}.jpg`;
}
