import { ContentMistakes } from "../read/mistakes.ts";
import type { Page } from "./page.ts";

/**
 * Gives the pages back when no two have one address.
 *
 * @throws ContentMistakes naming both files of each address that is taken twice.
 */
export function refuseDuplicates(pages: readonly Page[]): readonly Page[] {
  const taken = new Map<string, Page>();
  const mistakes = [];
  for (const page of pages) {
    const other = taken.get(page.path);
    if (other !== undefined) {
      mistakes.push({
        file: page.source,
        line: 1,
        column: 1,
        what: `the address ${page.path} is already taken by ${other.source}`,
        expected: "another name for one of the two files",
      });
    }
    taken.set(page.path, page);
  }
  if (mistakes.length > 0) throw new ContentMistakes(mistakes);
  return pages;
}
