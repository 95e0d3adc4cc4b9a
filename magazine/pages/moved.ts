import { aliasFolder, aliasPage, decoded, encoded } from "../aliases.ts";
import type { Alias, Article, Column, Magazine } from "../model.ts";
import { refuse } from "../read/mistakes.ts";
import type { Mistake, Report } from "../read/mistakes.ts";
import type { Addresses } from "./addresses.ts";
import type { Context } from "./context.ts";
import { still } from "./page.ts";
import type { Page } from "./page.ts";

/** Where an address of the magazine leads now, when it is a former one of an article or a column. */
export type Moved = (href: string) => string | undefined;

/**
 * Looks up former addresses: with or without a slash at the end, percent-encoded or not. What follows the path, such as `#a-heading`,
 * stays, and so does what stood below a column.
 */
export function movedIn({ articles, columns }: Magazine, addresses: Addresses): Moved {
  const byPage = new Map(
    articles.flatMap((article) =>
      article.aliases.map(({ path }) => [aliasPage(path), addresses.article(article)]),
    ),
  );
  const folders = columns.flatMap((column) =>
    column.aliases.map(({ path }) => ({ old: aliasFolder(path), now: addresses.column(column) })),
  );
  return (href) => {
    if (byPage.size + folders.length === 0) return undefined;
    const [path = ""] = href.split(/[?#]/, 1);
    const page = aliasPage(decoded(path) ?? "");
    const folder = folders.find(({ old }) => page.startsWith(old));
    const now = byPage.get(page) ?? (folder && folder.now + page.slice(folder.old.length));
    return now === undefined ? undefined : now + href.slice(path.length);
  };
}

/** A former address, and what stands there now. */
interface Move {
  readonly alias: Alias;
  /** The content file that names it. */
  readonly file: string;
  /** Below which everything has moved. */
  readonly folder?: string;
  /** What is printed for hosts that do not read `_redirects`. */
  readonly pages: readonly Page[];
  /** The line for those that do. */
  readonly redirect: { readonly from: string; readonly to: string };
}

/**
 * For each former address a page that leads on, and `_redirects` for hosts that read it. Below a column's former address the same is so
 * for all that stands below it now; its feeds are printed there, too, since no feed reader follows a page.
 *
 * @param pages all others
 * @param report takes the mistakes, and what they are about is left out; without it they are thrown
 * @throws ContentMistakes naming each former address at which something else is printed
 */
export function movedPages(context: Context, pages: readonly Page[], report?: Report): Page[] {
  const { magazine, addresses } = context;
  const articles = magazine.articles.flatMap((article) => articleMoves(context, article));
  const columns = magazine.columns.flatMap((column) => columnMoves(context, column, pages));
  // The more exact ones first: of a host's lines the first that fits is taken.
  const all = [...articles, ...columns];
  if (all.length === 0) return [];
  const taken = takenIn(all, pages, ["/assets/", addresses.images]);
  refuse([...taken.values()], report);
  const moves = all.filter((move) => !taken.has(move));
  const printed = new Map(
    moves.toReversed().flatMap((move) => move.pages.map((page) => [page.path, page])),
  );
  const redirects: Page = {
    path: addresses.redirects,
    layout: "redirects",
    source: "magazine.yaml",
    view: { moves: moves.map(({ redirect }) => redirect) },
  };
  return [...printed.values(), redirects];
}

function articleMoves({ magazine, addresses }: Context, article: Article): Move[] {
  const { file, title } = article;
  const href = addresses.article(article);
  const canonical = addresses.canonical(article);
  return article.aliases.map((alias) => ({
    alias,
    file,
    pages: [
      movedPage(magazine, { path: aliasPage(alias.path), source: file, title, href, canonical }),
    ],
    redirect: { from: encoded(alias.path), to: href },
  }));
}

function columnMoves(
  { magazine, addresses }: Context,
  column: Column,
  pages: readonly Page[],
): Move[] {
  const { file } = column;
  const now = addresses.column(column);
  return column.aliases.map((alias) => {
    const old = aliasFolder(alias.path);
    const below = pages.filter(({ path }) => path.startsWith(now));
    const formerly = (page: Page): Page => {
      if (!("head" in page.view)) return movedTo(page, now, old);
      const path = old + page.path.slice(now.length);
      const { title, canonical } = page.view.head;
      return movedPage(magazine, { path, source: file, title, href: page.path, canonical });
    };
    const redirect = { from: `${encoded(old)}*`, to: `${now}:splat` };
    return { alias, file, folder: old, pages: below.map((page) => formerly(page)), redirect };
  });
}

/** Feeds of columns once more, where their columns have stood before. */
export function formerFeeds({ magazine, addresses }: Context, feeds: readonly Page[]): Page[] {
  return magazine.columns.flatMap((column) => {
    const now = addresses.column(column);
    const below = feeds.filter(({ path }) => path.startsWith(now));
    return column.aliases.flatMap(({ path }) =>
      below.map((page) => movedTo(page, now, aliasFolder(path))),
    );
  });
}

/** The same page at another address. */
function movedTo(page: Page, from: string, to: string): Page {
  return { ...still(page), path: to + page.path.slice(from.length) };
}

/** Where the page at a former address stands and leads to, both without scheme and host. */
interface Way {
  readonly path: string;
  readonly source: string;
  readonly title: string;
  readonly href: string;
  readonly canonical: string;
}

function movedPage(magazine: Magazine, { path, source, title, href, canonical }: Way): Page {
  const { language } = magazine;
  const view = {
    language,
    magazine: magazine.title,
    title,
    href,
    canonical: magazine.url + canonical,
  };
  return { path, layout: "moved", source, view };
}

/** The moves from an address at which something else is printed. */
function takenIn(
  moves: readonly Move[],
  pages: readonly Page[],
  folders: readonly string[],
): ReadonlyMap<Move, Mistake> {
  const place = placesOf(pages);
  const mistakes = moves.flatMap((move): [Move, Mistake][] => {
    const { alias, file, folder: old } = move;
    const page = aliasPage(alias.path);
    const folder = folders.find((one) => page.startsWith(one));
    const below = pages.find(({ path }) => old !== undefined && path.startsWith(old));
    const taken =
      folder !== undefined
        ? `the folder ${folder}`
        : below !== undefined
          ? `${below.path} (${below.source})`
          : place(old ?? page, file);
    if (taken === null) return [];
    const { line, column } = alias;
    const what = `the former address "${alias.path}" is taken by ${taken}`;
    return [[move, { file, line, column, what, expected: "an address without a page" }]];
  });
  return new Map(mistakes);
}

/**
 * Who stands in the way of a page: one that is printed into the same file, into a file where this one needs a folder, or the reverse.
 *
 * @returns a function that takes the place for `source`, and answers with who has it already, or null
 */
function placesOf(pages: readonly Page[]): (path: string, source: string) => string | null {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const take = (file: string, owner: string) => {
    files.set(file, owner);
    for (const folder of foldersOf(file)) if (!folders.has(folder)) folders.set(folder, owner);
  };
  for (const { path, source } of pages) take(fileOf(path), `${path} (${source})`);
  return (path, source) => {
    const file = fileOf(path);
    const inWay = foldersOf(file).find((folder) => files.has(folder));
    const owner = files.get(inWay ?? file) ?? folders.get(file);
    if (owner === undefined) take(file, `${path} (${source})`);
    return owner ?? null;
  };
}

function fileOf(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}

/** `/a` and `/a/b` of `/a/b/index.html`. */
function foldersOf(file: string): string[] {
  const names = file.split("/").slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join("/")}`);
}
