import { describe, expect, test } from "vitest";
import { costOf } from "../../cost.ts";
import { readSvg } from "../../../magazine/read/svg/svg.ts";
import { article, linesWith } from "./broken.ts";
import { attacks, drawings, refused } from "./svg-corpus.ts";

const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">';
const svg = (inside: string) => `${open}${inside}</svg>`;
const mistakesIn = (source: string | Uint8Array) => {
  const read = readSvg(Buffer.from(source));
  return "width" in read ? [] : read;
};

test.each([...attacks, ...refused])("%s is no mere drawing", (source, fault) => {
  expect(mistakesIn(source)[0]?.what).toMatch(
    new RegExp(fault.replace(/[()?.+*\\]/g, String.raw`\$&`)),
  );
});

test.each(drawings)("%s is a mere drawing", (source) => {
  expect(readSvg(Buffer.from(source))).toEqual({ width: 30, height: 20 });
});

test("another encoding would write the same in other letters", () => {
  const what = "an encoding other than UTF-8";
  for (const encoding of ["utf16le", "latin1"] as const) {
    expect(mistakesIn(Buffer.from(svg("<title>ä</title>"), encoding))).toMatchObject([{ what }]);
  }
});

test("each kind of mistake is told once, where it first stands", () => {
  const source = svg("\n <g/>😀\n <g onclick='x'/>\r\n <g\n  id='a' onclick='y'\n/><script/>");
  expect(mistakesIn(source)).toMatchObject([
    { line: 3, column: 5, what: "the attribute onclick has no place in a picture" },
    { line: 6, column: 3, what: "the element <script> has no place in a picture" },
  ]);
  expect(mistakesIn(svg("\n<style>\n a{}\n b{fill:url(x)}</style>"))).toMatchObject([
    { line: 4, column: 9, what: 'the address "x" in <style>' },
  ]);
  expect(mistakesIn(svg("\n😀</g>"))).toMatchObject([{ line: 2, column: 3 }]);
});

describe("the size", () => {
  test.each([
    ['width="30px" height="2cm"', 30, 76],
    ['width="100%" viewBox="0,0 300 150"', 300, 150],
    ['width="60" height="auto" viewBox="0 0 300 150"', 60, 30],
    ['height="15pt" viewBox="0 0 300 150"', 40, 20],
    ['viewBox="-5 -5 0.25 0.5"', 1, 1],
    ['viewBox="0 0 21000 29700"', 21_000, 29_700],
  ])("of %s", (attributes, width, height) => {
    const source = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`;
    expect(readSvg(Buffer.from(source))).toEqual({ width, height });
  });

  test.each([
    "",
    'width="30"',
    'width="100%" height="100%"',
    'viewBox="0 0 30"',
    'viewBox="a b c d"',
  ])("is missing in '%s'", (attributes) => {
    const source = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`;
    const what = "the picture does not say how large it is";
    expect(mistakesIn(source)).toMatchObject([{ what }]);
  });
});

test("a picture with a script is a mistake at its own place, told once", () => {
  expect(
    linesWith({
      "articles/probe.md": article(
        { image: "boese.svg", imageAlt: "Böse" },
        "Text.\n\n![Böse](boese.svg)\n",
      ),
      "articles/boese.svg": svg("\n <script/>"),
    }),
  ).toEqual([
    expect.stringMatching(
      /^articles\/boese\.svg:2:2 the element <script> has no place in a picture; expected elements of SVG that only draw/,
    ),
  ]);
});

describe("time grows with the picture and not faster", () => {
  const size = 1000;
  const times = 16;

  test.each([
    "<!DOCTYPE",
    "<!DOCTYPE svg [",
    "<svg ",
    "<",
    "<g>",
    "&amp;",
    "<!---->",
    "<?a ?>",
    "<g xmlns:a='urn:x'/>",
    "<g onclick='x'/>",
    "<style>@import 'x';</style>",
    "<a href='javascript:x'/>",
  ])("of %s", (piece) => {
    const cost = (times: number) => {
      const source = Buffer.from(open + piece.repeat(times));
      return costOf(() => readSvg(source));
    };
    // Linear is 16 times as much, quadratic 256 times.
    expect(cost(size * times) / cost(size)).toBeLessThan(times * 4);
  });

  test.each([
    ["names of attributes", (n: number) => repeated(n, (at) => ` a${at}="x"`), ""],
    ["prefixes", (n: number) => repeated(n, (at) => ` xmlns:a${at}="x"`), "<g xmlns:b='x'/>"],
    ["functions of a style", (n: number) => ` style="${repeated(n, (at) => `f${at}(`)}"`, ""],
  ])("of %s", (_, attributes, inside) => {
    const cost = (n: number) => {
      const around = open.replace(">", () => `${attributes(n)}>`);
      const source = Buffer.from(`${around}${inside.repeat(n)}</svg>`);
      return costOf(() => readSvg(source));
    };
    expect(cost(size * times) / cost(size)).toBeLessThan(times * 4);
  });

  function repeated(times: number, piece: (at: number) => string): string {
    return Array.from({ length: times }, (_, at) => piece(at)).join("");
  }
});

test("control characters are mistakes, as letters and as escapes", () => {
  const [raw] = linesWith({ "articles/probe.md": article({}, "Ein\u000BSatz.\n") });
  expect(raw).toMatch(/^articles\/probe\.md:\d+:4 a control character stands here/);
  const [escaped] = linesWith({
    "articles/probe.md": article({ title: '"Ein\\x0bTitel"' }, "Text.\n"),
  });
  expect(escaped).toMatch(/^articles\/probe\.md:\d+:\d+ .*title.*without control characters/);
});
