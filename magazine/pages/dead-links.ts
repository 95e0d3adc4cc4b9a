import { guesser } from "../guess.ts";
import type { Magazine, Text } from "../model.ts";
import { refuse } from "../read/mistakes.ts";
import type { Report } from "../read/mistakes.ts";
import { addressesIn } from "./addresses.ts";
import { headingsIn, missingId } from "./fragments.ts";
import { movedIn } from "./moved.ts";
import type { Page } from "./page.ts";
import { pagesOf } from "./pages.ts";

/** Where links may lead. */
interface Among {
  /** Addresses of which no page could be made yet: what leads to them, or below, is no mistake. */
  readonly unread?: readonly string[];
  /** The magazine's pages, where somebody has made them. */
  readonly pages?: readonly Page[];
}

/**
 * Looks after every link from a text to a page of the magazine, and to a heading on it; an article's former address leads to it too.
 * Articles that are not public yet, or no longer, count as pages: a link to one of them must not stop the build on the day when it goes.
 *
 * @param report takes the mistakes; without it they are thrown
 * @throws ContentMistakes naming the links that lead nowhere.
 */
export function refuseDeadLinks(
  magazine: Magazine,
  report?: Report,
  { unread = [], pages = pagesOf(magazine, report) }: Among = {},
): void {
  const paths = new Set(pages.map(({ path }) => path));
  const addresses = addressesIn(magazine.language);
  const moved = movedIn(magazine, addresses);
  const headingsAt = headingsIn(magazine, addresses);
  const guess = guesser(paths);
  const texts: readonly { file: string; text: Text }[] = [
    ...magazine.articles,
    ...magazine.pages,
    ...magazine.authors.map(({ file, bio }) => ({ file, text: bio })),
  ];
  const mistakes = texts.flatMap(({ file, text }) =>
    text.links.flatMap(({ href, line, column }) => {
      const now = moved(href);
      const path = (now ?? href).replace(/[?#].*$/s, "");
      if (paths.has(path)) {
        const id = missingId(href, path, headingsAt);
        if (id === null) return [];
        const what = `a link to "${href}": the page has no heading "${id}"`;
        const expected = "the id of a heading there: its words in lower case with hyphens";
        const near = headingsAt(path).guess(id);
        const meant = near === undefined ? undefined : `${path}#${near}`;
        return [{ file, line, column, what, expected, guess: meant }];
      }
      if (unread.some((address) => path.startsWith(address))) return [];
      const what = `a link to "${href}", which is no page of the magazine`;
      const expected = "the address of a page, with a slash at its end";
      return [{ file, line, column, what, expected, guess: guess(path) }];
    }),
  );
  refuse(mistakes, report);
}
