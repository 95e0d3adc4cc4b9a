import type { SearchWords } from "../../../magazine/words/search.ts";
import { element } from "./elements.ts";
import { excerptOf } from "./excerpt.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Fragment } from "./index-of.ts";

/** An article that was found, as a teaser with the words around what was looked for. @param locale by which dates are written (BCP 47) */
export function result(fragment: Fragment, word: SearchWords, locale: string): HTMLLIElement {
  const { title, column, authors, date } = fragment.meta;
  const excerpt = excerptOf(fragment);
  const link = element("a", "", title);
  link.href = excerpt.href;
  link.dir = "auto";
  const time = element("time", "", longDate(date, locale));
  time.dateTime = date;
  const meta = element("p", "meta ui", authors, "\u00a0· ", time);
  if (excerpt.parts > 1) meta.append(`\u00a0· ${word.partOf(excerpt.part, excerpt.parts)}`);
  const article = element(
    "article",
    "teaser",
    element("p", "kick ui", column),
    element("h2", "", link),
    words(excerpt),
    meta,
  );
  return element("li", "", article);
}

function words({ pieces, opens, closes }: Excerpt): HTMLParagraphElement {
  const inside = pieces.flatMap(({ words: said, isFound }, index) => [
    index > 0 ? " " : "",
    isFound ? element("mark", "", said) : said,
  ]);
  const stand = element("p", "stand", opens ? "… " : "", ...inside, closes ? " …" : "");
  stand.dir = "auto";
  return stand;
}

/** Of `2026-10-19`, a day on the magazine's clock, wherever the reader is. */
function longDate(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}
