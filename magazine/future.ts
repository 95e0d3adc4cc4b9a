import type { Magazine } from "./model.ts";
import { refuse } from "./read/mistakes.ts";
import type { Report } from "./read/mistakes.ts";

/**
 * Looks after the changes of texts (`updated`, `corrections`): a page must not say of itself that it was changed in the future. Those of
 * an article that is still to come, and will be true when it does, are none.
 *
 * @param now the clock's time, or the later one for which a build is made.
 * @param report takes the mistakes; without it they are thrown
 * @throws ContentMistakes naming those that lie after `now`.
 */
export function refuseFuture({ articles }: Magazine, now: Date, report?: Report): void {
  const mistakes = articles.flatMap(({ file, date, changes }) =>
    changes
      .filter(({ time }) => Date.parse(time) > Math.max(now.getTime(), Date.parse(date)))
      .map(({ line, column, field, written }) => {
        const what = `${field} is "${written}", which is still to come`;
        return { file, line, column, what, expected: "a time that has been" };
      }),
  );
  refuse(mistakes, report);
}
