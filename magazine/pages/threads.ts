import { createHash } from "node:crypto";
import { aliasFolder, encoded } from "../aliases.ts";
import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import { knownPage } from "./known-pages.ts";
import { jsonText } from "./machine-views.ts";
import type { ThreadsOfYearView, ThreadsView } from "./machine-views.ts";
import type { Page } from "./page.ts";

/** Services refuse a longer `threads.json`, in UTF-16 code units. */
const MOST_CHARACTERS = 20_000_000;

/**
 * The conversations that the comments service may hold: the list of them by years (threads-by-year.json), a file for each year, and threads.json, in
 * which older services find all of them.
 */
export function threadPages(context: Context): Page[] {
  const { addresses } = context;
  const site = siteOf(context);
  const years = yearsOf(context);
  const length = years.reduce((sum, year) => sum + year.length, 0);
  const source = "magazine.yaml";
  return [
    {
      path: addresses.threads,
      layout: "threads",
      source,
      get view(): ThreadsView {
        if (length > MOST_CHARACTERS) return { version: 2, site, threads: [] };
        return { version: 1, site, threads: years.flatMap(({ view }) => view().threads) };
      },
    },
    {
      path: addresses.threadYears,
      layout: "threadYears",
      source,
      view: { version: 1, site, years: years.map(({ year, hash }) => ({ year, hash })) },
    },
    ...years.map(({ year, hash, view, articles }): Page => {
      const path = addresses.threadsOfYear(year, hash);
      return {
        path,
        layout: "threadsOfYear",
        source,
        madeOf: () => articles,
        get view() {
          return view();
        },
      };
    }),
  ];
}

function siteOf(context: Context): ThreadsView["site"] {
  const { title, url, language, timeZone, authors: all } = context.magazine;
  const known = (what: "imprint" | "privacy") => {
    const path = knownPage(context, what);
    return path !== null && { [what]: url + path };
  };
  const authors = all.flatMap(({ slug: id, badge }) => (badge === null ? [] : [{ id, badge }]));
  return {
    title,
    url,
    language,
    timeZone,
    ...known("imprint"),
    ...known("privacy"),
    ...(authors.length > 0 && { authors }),
  };
}

/** What each year's file says, the newest year first. */
function yearsOf(context: Context) {
  const withComments = context.magazine.articles.filter(({ comments }) => comments !== "off");
  // An article's date is on the magazine's clock.
  const byYear = Map.groupBy(withComments, ({ date }) => date.slice(0, "2012".length));
  return [...byYear].map(([year, articles]) => {
    const view = (): ThreadsOfYearView => {
      return { version: 1, threads: articles.map((article) => threadOf(article, context)) };
    };
    // The text is not kept: of many years it would be large.
    const text = jsonText(view());
    const hash = createHash("sha256").update(text).digest("hex");
    return { year, view, hash, articles, length: text.length };
  });
}

function threadOf(
  article: Article,
  { magazine: { url }, addresses }: Context,
): ThreadsView["threads"][number] {
  const aliases = [...article.aliases.map(({ path }) => path), ...formerlyIn(article)];
  return {
    id: article.id,
    url: url + addresses.article(article),
    title: article.title,
    state: article.comments === "open" ? "open" : "closed",
    authors: article.authors.map(({ slug }) => slug),
    ...(article.commentsClose !== null && {
      closes: new Date(article.commentsClose).toISOString(),
    }),
    ...(aliases.length > 0 && { aliases: aliases.map((path) => url + encoded(path)) }),
  };
}

/** Where an article of a column that moved stood before. */
function formerlyIn({ column, slug }: Article): string[] {
  return column.aliases.map(({ path }) => `${aliasFolder(path)}${slug}/`);
}
