import type { Author, Magazine, Text } from "../model.ts";
import { words } from "../words/words.ts";
import type { Addresses } from "./addresses.ts";
import type { AuthorNote, Frame, TextView } from "./views.ts";

/** What stands around every page: made once, shared by all views. */
export function frameOf(magazine: Magazine, addresses: Addresses): Frame {
  return {
    language: magazine.language,
    title: magazine.title,
    description: magazine.description,
    url: magazine.url,
    service: magazine.comments?.service ?? null,
    columns: magazine.columns
      .filter((column) => magazine.articles.some((article) => article.column === column))
      .map((column) => ({ title: column.name, href: addresses.column(column) })),
    authors: { title: words[magazine.language].authors, href: addresses.authors() },
    plain: magazine.pages.map((page) => ({ title: page.title, href: addresses.plain(page) })),
    feed: addresses.feed,
    columnists: magazine.authors
      .filter((author) => author.columnist)
      .map((author) => authorNote(author, addresses)),
    services: magazine.services,
  };
}

export function authorNote(author: Author, addresses: Addresses): AuthorNote {
  return {
    title: author.name,
    href: addresses.author(author),
    tagline: author.tagline,
    portrait: author.portrait,
    bio: textView(author.bio),
    links: author.links,
  };
}

export function textView(text: Text): TextView {
  return { source: text.source, images: text.images };
}
