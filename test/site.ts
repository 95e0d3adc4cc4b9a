import { printPage } from "../layouts/print.ts";
import { editionAt } from "../magazine/edition.ts";
import type { Magazine } from "../magazine/model.ts";
import { pagesOf } from "../magazine/pages/pages.ts";
import type { Page } from "../magazine/pages/page.ts";
import { readMagazine } from "../magazine/read/magazine.ts";
import { buildAssets } from "../scripts/build/assets.ts";

/** The sample magazine as tests know it. What stands in `content/` is the editors', and no test reads it. */
export const sample = "test/fixtures/sample";

/** The day on which tests read a magazine. */
export const today = new Date("2026-11-20T12:00:00Z");

export interface Site {
  readonly magazine: Magazine;
  readonly pages: readonly Page[];
  /** What is printed, by address. */
  readonly printed: ReadonlyMap<string, string>;
}

const sites = new Map<string, Promise<Site>>();

/** Reads and prints a content folder in memory, with the real assets. What stands in `fixtures` stays as it is, and so each worker prints it once. */
export function printSite(content: string): Promise<Site> {
  if (!content.startsWith("test/fixtures/")) return printAnew(content);
  const site = sites.get(content) ?? printAnew(content);
  sites.set(content, site);
  return site;
}

async function printAnew(content: string): Promise<Site> {
  const magazine = editionAt(readMagazine(content), today, false);
  const pages = pagesOf(magazine);
  const { assets } = await buildAssets(magazine.language);
  const printed = new Map(pages.map((page) => [page.path, printPage(page, assets)]));
  return { magazine, pages, printed };
}
