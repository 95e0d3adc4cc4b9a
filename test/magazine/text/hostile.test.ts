import { expect, test } from "vitest";
import { parseText, renderText, typeset } from "../../../magazine/text/text.ts";

const seeds = [
  '"',
  "'",
  `"'`,
  `'s "n `,
  `"a 'b `,
  "[",
  "[^",
  "![",
  "^[",
  "](",
  "[a](b:c) ",
  "[^a]\n",
  "a^[b] ",
  "`",
  "`a``",
  "-",
  "--",
  " - ",
  "a--b",
  "1-2",
  "1.1-",
  "1-2-",
  "1",
  " -,",
  "x --, ",
  "0 1-",
  "Tel. 1 - ",
  "Mt 5,3-12; ",
  "5,3-12.4-",
  "S. 1-2, ",
  "1:00-2:00",
  "...",
  " ",
  "\u00A0",
  "1 %",
  "z.B.",
  "z. ",
  "A. ",
  "@",
  "a@",
  "www.",
  "http://a ",
  "<",
  "<b> ",
  '<a b="',
  "<!--",
  "<!-- x -->\n",
  "<!-- pagebreak -->\n\n",
  "> ",
  "- ",
  "*a",
  "_a_",
  "~~",
  "|a",
  "|a|b|\n",
  "## a\n\n",
  "a\n===\n",
  "[^1]: a\n\n[^1] ",
  "[a]: b\n",
  "![](a.jpg)\n",
  "x <b>\n",
  "{{<",
  "{{< x",
  "{%a",
  "{{a ",
  "{:a b=c ",
  "{:",
  "{#a ",
  "[gallery ",
  "[video a=b a=b ",
  '[a b="c" ',
  "[[a",
  "![[",
  "##a\n",
  "[ ] ",
  "](x{{ ",
  "https://a.example/\\_x",
  "https://a.example ",
  "www.a.example ",
  "www.a.",
  "://",
  "Leser*innen ",
  "**a**b",
  "\\",
  "&amp;",
];

function repeated(seed: string, length: number): string {
  return seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
}

/** In milliseconds of this thread's own processor time: what else runs on the machine does not count. */
function duration(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** How many times as long four times the text takes; the shortest of several runs counts, since others use the machine, too. */
function growth(work: (source: string) => void, seed: string): number {
  let [small, large] = [Infinity, Infinity];
  const ratio = () => Math.max(floor, large) / Math.max(floor, small);
  for (let round = 0; round < 5 && !(ratio() < limit); round += 1) {
    large = Math.min(
      large,
      duration(() => work(repeated(seed, 64_000))),
    );
    // Whatever the smaller one takes, this is not too much.
    if (large < floor * limit) return large / floor;
    small = Math.min(
      small,
      duration(() => work(repeated(seed, 16_000))),
    );
  }
  return ratio();
}

// Below this many milliseconds the clock tells more about the machine than about the work.
const floor = 10;
// Linear work takes four times as long, quadratic work sixteen times.
const limit = 11;

test.for(seeds)("a text of nothing but %j is read and printed in linear time", (seed) => {
  expect(
    growth((source) => void renderText(parseText(source, "de"), { part: "all" }), seed),
  ).toBeLessThan(limit);
});

test.for(seeds)("a title of nothing but %j is typeset in linear time", (seed) => {
  expect(growth((source) => void typeset(source, "de"), seed)).toBeLessThan(limit);
});

test("deep nesting is no stack overflow", () => {
  for (const [open, close] of [
    ["[", "](a)"],
    ["![", "](a.jpg)"],
    ["^[", "]"],
    ["> ", ""],
    ["*", "*"],
    ["- ", ""],
  ] as const) {
    const source = `${open.repeat(5000)}x${close.repeat(5000)}`;
    expect(() => renderText(parseText(source, "de"), { part: "all" })).not.toThrow();
  }
});
