import { nearest } from "../guess.ts";
import type { Magazine, Text } from "../model.ts";
import { ContentMistakes } from "../read/mistakes.ts";
import { addressesIn } from "./addresses.ts";
import { movedIn } from "./moved.ts";
import { pagesOf } from "./pages.ts";

/**
 * Looks after every link from a text to a page of the magazine; an article's former address leads to it too. Articles that are not public yet, or no longer, count as pages: a link
 * to one of them must not stop the build on the day when it goes.
 *
 * @throws ContentMistakes naming the links that lead nowhere.
 */
export function refuseDeadLinks(magazine: Magazine): void {
  const paths = new Set(pagesOf(magazine).map(({ path }) => path));
  const moved = movedIn(magazine.articles, addressesIn(magazine.language));
  const texts: readonly { file: string; text: Text }[] = [
    ...magazine.articles,
    ...magazine.pages,
    ...magazine.authors.map(({ file, bio }) => ({ file, text: bio })),
  ];
  const mistakes = texts.flatMap(({ file, text }) =>
    text.links.flatMap(({ href, line, column }) => {
      const path = href.replace(/[?#].*$/, "");
      if (paths.has(path) || moved(href) !== undefined) return [];
      const what = `a link to "${href}", which is no page of the magazine`;
      const expected = "the address of a page, with a slash at its end";
      return [{ file, line, column, what, expected, guess: nearest(path, paths) }];
    }),
  );
  if (mistakes.length > 0) throw new ContentMistakes(mistakes);
}
