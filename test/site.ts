import type { Assets } from "../layouts/assets.ts";
import { printPage } from "../layouts/print.ts";
import type { Magazine } from "../magazine/model.ts";
import type { Page } from "../magazine/pages/page.ts";
import { once, readSite } from "./read-site.ts";

/** The sample magazine as tests know it. What stands in `content/` is the editors', and no test reads it. */
export const sample = "test/fixtures/sample";

export { today } from "./read-site.ts";

export interface Site {
  readonly magazine: Magazine;
  readonly pages: readonly Page[];
  /** What is printed, by address: each page when it is first asked for. */
  readonly printed: ReadonlyMap<string, string>;
}

const sites = new Map<string, Promise<Site>>();

/** Reads and prints a content folder in memory, with the real assets. */
export function printSite(content: string): Promise<Site> {
  return once(sites, content, print);
}

async function print(content: string): Promise<Site> {
  const { magazine, pages, assets } = await readSite(content);
  return { magazine, pages, printed: new Printed(pages, assets) };
}

class Printed extends Map<string, string> {
  readonly #print: (path: string) => string;

  constructor(pages: readonly Page[], assets: Assets) {
    super(pages.map(({ path }) => [path, ""]));
    const byPath = new Map(pages.map((page) => [page.path, page]));
    this.#print = (path) => {
      const page = byPath.get(path);
      return page === undefined ? "" : printPage(page, assets);
    };
  }

  override get(path: string): string | undefined {
    if (super.get(path) === "") this.set(path, this.#print(path));
    return super.get(path);
  }

  override *entries(): MapIterator<[string, string]> {
    for (const path of this.keys()) yield [path, this.get(path) ?? ""];
  }

  override *values(): MapIterator<string> {
    for (const [, html] of this.entries()) yield html;
  }

  override [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }
}
