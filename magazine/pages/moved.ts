import { aliasPage, decoded, encoded } from "../aliases.ts";
import type { Alias, Article } from "../model.ts";
import { ContentMistakes } from "../read/mistakes.ts";
import type { Mistake } from "../read/mistakes.ts";
import type { Addresses } from "./addresses.ts";
import type { Context } from "./context.ts";
import type { Page } from "./views.ts";

/** Where an address of the magazine leads now, when it is an article's former one. */
export type Moved = (href: string) => string | undefined;

/**
 * Looks up former addresses: with or without a slash at the end, percent-encoded or not. What follows the path, such as `#a-heading`,
 * stays.
 */
export function movedIn(articles: readonly Article[], addresses: Addresses): Moved {
  const byPage = new Map(
    articles.flatMap((article) =>
      article.aliases.map(({ path }) => [aliasPage(path), addresses.article(article)]),
    ),
  );
  return (href) => {
    if (byPage.size === 0) return undefined;
    const [path = ""] = href.split(/[?#]/, 1);
    const now = byPage.get(aliasPage(decoded(path) ?? ""));
    return now === undefined ? undefined : now + href.slice(path.length);
  };
}

/**
 * For each former address a page that leads on, and `_redirects` for hosts that read it.
 *
 * @param pages all others
 * @throws ContentMistakes naming each former address at which something else is printed
 */
export function movedPages(context: Context, pages: readonly Page[]): Page[] {
  const { magazine, addresses } = context;
  const moves = magazine.articles.flatMap((article) =>
    article.aliases.map((alias) => ({ article, alias })),
  );
  if (moves.length === 0) return [];
  refuseTaken(moves, pages, ["/assets/", addresses.images]);
  const leading = moves.map(({ article, alias }): Page => ({
    path: aliasPage(alias.path),
    layout: "moved",
    source: article.file,
    view: {
      language: magazine.language,
      magazine: magazine.title,
      title: article.title,
      href: addresses.article(article),
      canonical: magazine.url + addresses.canonical(article),
    },
  }));
  const redirects: Page = {
    path: addresses.redirects,
    layout: "redirects",
    source: "magazine.yaml",
    view: {
      moves: moves.map(({ article, alias }) => ({
        from: encoded(alias.path),
        to: addresses.article(article),
      })),
    },
  };
  return [...leading, redirects];
}

interface Move {
  readonly article: Article;
  readonly alias: Alias;
}

function refuseTaken(
  moves: readonly Move[],
  pages: readonly Page[],
  folders: readonly string[],
): void {
  const place = placesOf(pages);
  const mistakes = moves.flatMap(({ article, alias }): Mistake[] => {
    const page = aliasPage(alias.path);
    const folder = folders.find((one) => page.startsWith(one));
    const taken = folder === undefined ? place(page, article.file) : `the folder ${folder}`;
    if (taken === null) return [];
    const { line, column } = alias;
    const what = `the former address "${alias.path}" is taken by ${taken}`;
    return [{ file: article.file, line, column, what, expected: "an address without a page" }];
  });
  if (mistakes.length > 0) throw new ContentMistakes(mistakes);
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
