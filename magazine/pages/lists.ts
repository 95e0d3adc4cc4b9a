import type { Article, Author, Column } from "../model.ts";
import { words } from "../words/words.ts";
import type { Context } from "./context.ts";
import { authorNote, textView } from "./frame.ts";
import type { Head, ListTurner, Page, Teaser, Way } from "./views.ts";

/** How many articles a column's strip on the home page shows. */
const stripLength = 3;

/** The home page: the newest article large, then the others; further pages hold the older ones. */
export function homePages(context: Context): Page[] {
  const { magazine, addresses, frame } = context;
  return paginate(context, magazine.articles, addresses.home, (slice, place) => {
    const teasers = slice.map((article) => teaser(context, article));
    const first = place.page === 1;
    // In a preview, what readers do not see yet stands in the list and does not take the first place.
    const lead = first ? (teasers.find(({ mark }) => mark === null) ?? teasers[0] ?? null) : null;
    return {
      path: place.path,
      layout: "home",
      source: "magazine.yaml",
      view: {
        frame,
        head: head(context, null, magazine.description, place),
        lead,
        articles: teasers.filter((one) => one !== lead),
        turner: place.turner,
        strips: first ? strips(context) : [],
      },
    };
  });
}

function strips(context: Context) {
  return context.magazine.columns
    .map((column) => ({
      column: { title: column.name, href: context.addresses.column(column) },
      articles: context.magazine.articles
        .filter((article) => article.column === column)
        .slice(0, stripLength)
        .map((article) => teaser(context, article)),
    }))
    .filter((strip) => strip.articles.length > 0);
}

export function columnPages(context: Context, column: Column): Page[] {
  const articles = context.magazine.articles.filter((article) => article.column === column);
  const address = (page: number) => context.addresses.column(column, page);
  return paginate(context, articles, address, (slice, place) => ({
    path: place.path,
    layout: "column",
    source: column.file,
    view: {
      frame: context.frame,
      head: head(context, column.name, column.description, place),
      name: column.name,
      description: column.description,
      articles: slice.map((article) => teaser(context, article)),
      turner: place.turner,
    },
  }));
}

export function authorPages(context: Context, author: Author): Page[] {
  const articles = context.magazine.articles.filter((article) => article.authors.includes(author));
  const address = (page: number) => context.addresses.author(author, page);
  return paginate(context, articles, address, (slice, place) => ({
    path: place.path,
    layout: "author",
    source: author.file,
    view: {
      frame: context.frame,
      head: head(context, author.name, author.tagline, place),
      name: author.name,
      tagline: author.tagline,
      role: author.role,
      portrait: author.portrait,
      links: author.links,
      bio: textView(author.bio, context.moved),
      articles: slice.map((article) => teaser(context, article)),
      turner: place.turner,
    },
  }));
}

/** All authors on one page: it is an index, and perPage counts articles. */
export function authorsPage(context: Context): Page {
  const { magazine, addresses, frame } = context;
  const title = words[magazine.language].authors;
  const canonical = addresses.authors();
  return {
    path: canonical,
    layout: "authors",
    source: "authors",
    view: {
      frame,
      head: { title, description: null, canonical },
      authors: magazine.authors.map((author) => authorNote(author, context)),
    },
  };
}

function teaser({ magazine, addresses }: Context, article: Article): Teaser {
  return {
    title: article.title,
    href: addresses.article(article),
    column: { title: article.column.name, href: addresses.column(article.column) },
    standfirst: article.standfirst,
    authors: article.authors.map((author): Way => ({
      title: author.name,
      href: addresses.author(author),
    })),
    date: article.date,
    mark: article.mark,
    thread: magazine.comments === null || article.comments === "off" ? null : article.id,
  };
}

interface Place {
  readonly page: number;
  readonly count: number;
  readonly path: string;
  readonly turner: ListTurner | null;
}

/** Cuts a list into pages of `perPage`; an empty list still has its first page. */
function paginate(
  { magazine: { perPage } }: Context,
  articles: readonly Article[],
  address: (page: number) => string,
  page: (slice: readonly Article[], place: Place) => Page,
): Page[] {
  const count = Math.max(1, Math.ceil(articles.length / perPage));
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const newer = number > 1 ? address(number - 1) : null;
    const older = number < count ? address(number + 1) : null;
    return page(articles.slice(index * perPage, number * perPage), {
      page: number,
      count,
      path: address(number),
      turner: count > 1 ? { page: number, count, newer, older } : null,
    });
  });
}

/** `name` is null on the home page, whose title is the magazine's own. */
function head(
  { magazine }: Context,
  name: string | null,
  description: string | null,
  { page, count, path }: Place,
): Head {
  const place = page > 1 ? words[magazine.language].pageOfList(page, count) : null;
  return {
    title: [name ?? (place === null ? "" : magazine.title), place].filter(Boolean).join(" – "),
    description,
    canonical: path,
  };
}
