import { aliasFolder, encoded } from "../aliases.ts";
import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import { knownPage } from "./known-pages.ts";
import type { ThreadsView } from "./machine-views.ts";
import type { Page } from "./page.ts";

/** Where an article of a column that moved stood before. */
function formerlyIn({ column, slug }: Article): string[] {
  return column.aliases.map(({ path }) => `${aliasFolder(path)}${slug}/`);
}

/** threads.json: the conversations that the comments service may hold. */
export function threadsPage(context: Context): Page {
  const { magazine, addresses } = context;
  const { title, url, language, timeZone } = magazine;
  const known = (what: "imprint" | "privacy") => {
    const path = knownPage(context, what);
    return path !== null && { [what]: url + path };
  };
  const aliases = (paths: readonly string[]) =>
    paths.length > 0 && { aliases: paths.map((path) => url + encoded(path)) };
  const authors = magazine.authors.flatMap(({ slug: id, badge }) =>
    badge === null ? [] : [{ id, badge }],
  );
  const thread = (article: Article): ThreadsView["threads"][number] => ({
    id: article.id,
    url: url + addresses.article(article),
    title: article.title,
    state: article.comments === "open" ? "open" : "closed",
    authors: article.authors.map(({ slug }) => slug),
    ...(article.commentsClose !== null && {
      closes: new Date(article.commentsClose).toISOString(),
    }),
    ...aliases([...article.aliases.map(({ path }) => path), ...formerlyIn(article)]),
  });
  return {
    path: addresses.threads,
    layout: "threads",
    source: "magazine.yaml",
    get view() {
      return {
        version: 1 as const,
        site: {
          title,
          url,
          language,
          timeZone,
          ...known("imprint"),
          ...known("privacy"),
          ...(authors.length > 0 && { authors }),
        },
        threads: magazine.articles
          .filter((article) => article.comments !== "off")
          .map((article) => thread(article)),
      };
    },
  };
}

/** schedule.json: when a build would next print something else, for whoever begins builds. */
export function schedulePage({ magazine, addresses }: Context): Page {
  return {
    path: addresses.schedule,
    layout: "schedule",
    source: "magazine.yaml",
    view: { version: 1, next: magazine.next },
  };
}

export function robotsPage({ magazine, addresses }: Context): Page {
  return {
    path: addresses.robots,
    layout: "robots",
    source: "magazine.yaml",
    view: {
      sitemaps: [addresses.sitemap(), addresses.newsSitemap].map((path) => magazine.url + path),
    },
  };
}

export function headersPage({ magazine, addresses }: Context): Page {
  return {
    path: addresses.headers,
    layout: "headers",
    source: "magazine.yaml",
    view: { images: addresses.images, preview: magazine.preview },
  };
}
