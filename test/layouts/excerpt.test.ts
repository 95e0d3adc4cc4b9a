import { expect, test } from "vitest";
import { excerptOf } from "../../layouts/browser/search/excerpt.ts";
import type { Fragment } from "../../layouts/browser/search/index-of.ts";

/** An article of a standfirst of five words and two parts, fifty and forty words long: each word is its number. */
const fragment = (...locations: number[]): Fragment => ({
  url: "/alltag/text/",
  content: Array.from({ length: 95 }, (_, place) => `„w-${place}.“`).join("\u00a0 "),
  meta: { title: "Text", column: "Alltag", authors: "Anna", date: "2012-10-19" },
  anchors: [
    { id: "/alltag/text/", location: 5 },
    { id: "ueberschrift", location: 20 },
    { id: "/alltag/text/2/", location: 55 },
  ],
  locations,
});

/** From which word to which, and which of them were looked for. */
function shown(...locations: number[]) {
  const { pieces, ...others } = excerptOf(fragment(...locations));
  const numbers = pieces.map(({ words }) => Number(/\d+/.exec(words)?.[0]));
  const found = numbers.filter((_, index) => pieces[index]?.isFound);
  return { ...others, from: numbers[0], to: numbers.at(-1), found };
}

test("an excerpt stands where most of what was looked for stands together, and leads there", () => {
  expect(shown(10, 40, 44, 80)).toEqual({
    from: 33,
    to: 54,
    found: [40, 44],
    opens: true,
    closes: false,
    part: 1,
    parts: 2,
    href: "/alltag/text/#:~:text=w%2D40",
  });
});

test("it does not leave its part, and leads to that part's page", () => {
  expect(shown(57)).toEqual({
    from: 55,
    to: 84,
    found: [57],
    opens: false,
    closes: true,
    part: 2,
    parts: 2,
    href: "/alltag/text/2/#:~:text=w%2D57",
  });
});

test.each([
  ["of the standfirst", [2], { from: 0, to: 29, found: [2], href: "/alltag/text/#:~:text=w%2D2" }],
  ["of the title alone", [], { from: 0, to: 29, found: [], href: "/alltag/text/" }],
])("words %s stand at the article's beginning", (_, locations, expected) => {
  expect(shown(...locations)).toEqual({
    opens: false,
    closes: true,
    part: 1,
    parts: 2,
    ...expected,
  });
});

test("a place without letters and digits has no word to lead to; of places with as much around them the first counts", () => {
  const dash = { ...fragment(0), content: "– eins zwei", locations: [0] };
  expect(excerptOf(dash).href).toBe("/alltag/text/");
  expect(shown(80, 10).found).toEqual([10]);
});
