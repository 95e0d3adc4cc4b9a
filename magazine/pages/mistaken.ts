import type { Language } from "../model.ts";
import type { Told } from "../read/mistakes.ts";
import type { Unread } from "../read/unread.ts";
import { addressesIn } from "./addresses.ts";
import type { Page } from "./page.ts";

/** What a preview knows of mistakes, and of what could not be read because of them. */
export interface Mistaken {
  readonly language: Language;
  readonly mistakes: readonly Told[];
  readonly unread: readonly Unread[];
}

/** Where the page of an unread file would stand; null where that cannot be known. */
export function addressOf({ folder, slug, column }: Unread, language: Language): string | null {
  const addresses = addressesIn(language);
  if (folder === "authors") return `${addresses.authors()}${slug}/`;
  if (folder !== "articles") return `/${slug}/`;
  return column === null || !/^[a-z0-9-]+$/.test(column) ? null : `/${column}/${slug}/`;
}

/**
 * The pages of a preview: in place of each HTML page of a file with mistakes one that names them, and such a page for each file that could not be read. Mistakes of
 * other files, as of magazine.yaml, stand in the place of the home page, and without any page also where an address leads nowhere.
 */
export function withMistaken(pages: readonly Page[], mistaken: Mistaken): readonly Page[] {
  const { language, mistakes, unread } = mistaken;
  const byFile = Map.groupBy(mistakes, ({ file }) => file);
  const shown = new Set<string>();
  const pageOf = (path: string, files: readonly string[]): Page => {
    for (const file of files) shown.add(file);
    const found = files.flatMap((file) => byFile.get(file) ?? []);
    return {
      path,
      layout: "mistakes",
      source: files[0] ?? "",
      view: { language, mistakes: found },
    };
  };
  const printed = pages.map((page) =>
    byFile.has(page.source) && "frame" in page.view ? pageOf(page.path, [page.source]) : page,
  );
  const taken = new Set(printed.map(({ path }) => path));
  const others = unread.flatMap((one) => {
    const path = addressOf(one, language);
    const files = (byFile.has(one.file) ? [one.file] : one.needs).filter((file) =>
      byFile.has(file),
    );
    if (path === null || taken.has(path) || files.length === 0) return [];
    taken.add(path);
    return [pageOf(path, files)];
  });
  const left = [...byFile.keys()].filter((file) => !shown.has(file));
  if (left.length === 0) return [...printed, ...others];
  const { home, notFound } = addressesIn(language);
  const instead = [home(), ...(pages.length === 0 ? [notFound] : [])].map((path) =>
    pageOf(path, left),
  );
  return [...printed.filter(({ path }) => path !== home()), ...others, ...instead];
}
