import type { Author, Text } from "../model.ts";
import { words } from "../words/words.ts";
import { feedFormats } from "./addresses.ts";
import type { Addresses } from "./addresses.ts";
import type { Context } from "./context.ts";
import type { Moved } from "./moved.ts";
import type { AuthorName, AuthorNote, FeedLink, Frame, TextView } from "./views.ts";

/** What stands around every page: made once, shared by all views. */
export function frameOf(context: Omit<Context, "frame" | "notes">): Frame {
  const { magazine, index, addresses } = context;
  const word = words[magazine.language];
  return {
    language: magazine.language,
    locale: magazine.locale,
    title: magazine.title,
    description: magazine.description,
    url: magazine.url,
    service: magazine.comments?.service ?? null,
    columns: magazine.columns
      .filter((column) => index.byColumn.has(column))
      .map((column) => ({ title: column.name, href: addresses.column(column) })),
    authors: { title: word.authors, href: addresses.authors() },
    search: { title: word.search.title, href: addresses.search() },
    finding: [
      ...(index.byTopic.size > 0 ? [{ title: word.topics, href: addresses.topics() }] : []),
      ...(index.bySeries.size > 0 ? [{ title: word.allSeries, href: addresses.allSeries() }] : []),
      ...(index.byMonth.size > 0 ? [{ title: word.archive, href: addresses.archive() }] : []),
    ],
    plain: magazine.pages.map((page) => ({ title: page.title, href: addresses.plain(page) })),
    feeds: feedLinks(addresses, magazine.title, addresses.home()),
    preview: magazine.preview,
    columnists: magazine.authors
      .filter((author) => author.columnist)
      .map((author) => authorName(author, context)),
    services: magazine.services,
  };
}

export function authorNote(
  author: Author,
  { addresses, moved }: Pick<Context, "addresses" | "moved">,
): AuthorNote {
  return {
    ...authorName(author, { addresses }),
    bio: textView(author.bio, moved),
    links: author.links,
  };
}

function authorName(author: Author, { addresses }: Pick<Context, "addresses">): AuthorName {
  return {
    title: author.name,
    href: addresses.author(author),
    tagline: author.tagline,
    portrait: author.portrait,
  };
}

/** The feeds of what stands at an address, in every format. */
export function feedLinks(addresses: Addresses, title: string, base: string): FeedLink[] {
  return feedFormats.map((format) => ({ title, format, href: addresses.feed(base, format) }));
}

/** Its HTML is taken from where it is when a page is printed. */
export function withHtml(
  view: Omit<TextView, "rendered">,
  rendered: () => TextView["rendered"],
): TextView {
  // Not enumerable, and so neither in JSON nor compared.
  return Object.defineProperty(view, "rendered", { get: rendered }) as TextView;
}

export function textView(text: Text, moved: Moved): TextView {
  const links = text.links.flatMap(({ href }) => {
    const now = moved(href);
    return now === undefined ? [] : [[href, now] as const];
  });
  const view = { key: text.key, images: text.images, moved: Object.fromEntries(links) };
  return withHtml(view, () => text.rendered);
}
