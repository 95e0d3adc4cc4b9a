import { refuse } from "../read/mistakes.ts";
import type { Report } from "../read/mistakes.ts";
import type { Page } from "./page.ts";

/**
 * Gives the pages back when no two have one address; where mistakes are reported, without the later ones.
 *
 * @throws ContentMistakes naming both files of each address that is taken twice.
 */
export function refuseDuplicates(pages: readonly Page[], report?: Report): readonly Page[] {
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
    } else taken.set(page.path, page);
  }
  refuse(mistakes, report);
  return [...taken.values()];
}
