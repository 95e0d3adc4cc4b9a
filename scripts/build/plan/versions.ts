import type { Article, Author, Magazine } from "../../../magazine/model.ts";
import { outlineOf } from "../../../magazine/outline.ts";
import { contextOf } from "../../../magazine/pages/pages.ts";
import type { Ingredient } from "../../../magazine/pages/page.ts";
import { digestsIn } from "./digests.ts";
import { hashOf } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";

/** Tells things of a magazine apart from what they were. */
export interface Versions {
  /** Of all that is no article and no bio, and of every former address: what any view may be made of. */
  readonly shared: string;
  /** Of all that decides which articles and authors a page is made of, and of their pictures and what time makes of them. */
  readonly structure: string;
  /** Of things in their order: of articles and authors with all that is told of them. @param before what comes before them */
  readonly of: (before: string, things: readonly Ingredient[]) => string;
}

/** The same, and what it was told by. */
export interface MagazineVersions extends Versions {
  /** The edition's outline, as JSON. */
  readonly outline: string;
}

/** @param content how the files looked that it was read from */
export function versionsIn(edition: Magazine, content: Stamps): MagazineVersions {
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
  const outline = JSON.stringify(outlineOf(edition));
  const structure = [
    authors.map(({ portrait, bio: { images } }) => [portrait, images]),
    articles.map(({ mark, isNews, comments, commentsClose, image, text: { images } }) => [
      mark,
      isNews,
      comments,
      commentsClose,
      image,
      images,
    ]),
  ];
  const sharedHash = hashOf(JSON.stringify(shared));
  return {
    ...versionsOf(content, sharedHash),
    structure: hashOf([sharedHash, hashOf(outline), JSON.stringify(structure)].join("\n")),
    outline,
  };
}

/** Where nothing is known of a magazine but what all views are made of. @param shared as `versionsIn` tells it */
export function versionsOf(content: Stamps, shared: string): Versions {
  const digests = digestsIn((thing: Ingredient) => {
    if (thing === null || typeof thing !== "object") return JSON.stringify(thing);
    return "bio" in thing ? author(thing) : article(thing, content);
  });
  return {
    shared,
    structure: "",
    of: (before, things) => digests.of([before, ...things]),
  };
}

function author({ bio: { key, images }, ...rest }: Author): string {
  return JSON.stringify([rest, key, images]);
}

/** Whatever is told of it follows from its file, but for the pictures, what magazine.yaml says of closing, and the time. */
function article(
  { file, image, text: { images }, mark, isNews, comments, commentsClose }: Article,
  content: Stamps,
): string {
  let pictures = image === null ? "" : JSON.stringify(image);
  for (const src in images) pictures += JSON.stringify([src, images[src]]);
  return `${file} ${content[file]?.[2]} ${mark} ${isNews} ${comments} ${commentsClose} ${pictures}`;
}
