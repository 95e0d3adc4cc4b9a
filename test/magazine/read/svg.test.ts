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

const told = (source: string | Uint8Array) =>
  mistakesIn(source).map(
    ({ line, column, what, expected }) => `${line}:${column} ${what}; ${expected}`,
  );
const declared = (attributes: string, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes} viewBox="0 0 30 20">${inside}</svg>`;

test("what is expected instead is said", () => {
  const utf8 = "the file saved with the encoding UTF-8";
  expect(told(Buffer.from([0x3c, 0]))).toEqual([`1:1 an encoding other than UTF-8; ${utf8}`]);
  expect(told(`<?xml version="1.0" encoding="utf-16"?>${svg("")}`)).toEqual([
    `1:1 the encoding utf-16; ${utf8}`,
  ]);
  expect(told(`<?xml version="1.0" encoding="iso-8859-1"?>${svg("ä")}`)).toEqual([
    `1:1 the encoding iso-8859-1; ${utf8}`,
  ]);
  expect(told(`<?xml version="1.0" encoding="iso-8859-1"?>${svg("a")}`)).toEqual([]);
  expect(told(`<?xml version="1.0"?>${svg("")}`)).toEqual([]);
  expect(told(svg('<set attributeName="onclick"/>'))).toEqual([
    '1:66 the attribute attributeName would change "onclick"; the name of an attribute that draws',
  ]);
  expect(told(svg('<style>a{fill:url("a" b)}</style>'))).toEqual([
    "1:75 an address that cannot be read in <style>; url(#…) with the id of something in the same picture, or a font inside the file",
  ]);
  expect(told("\n<html/>")).toEqual([
    '2:1 the file begins with <html>, which is no SVG; <svg xmlns="http://www.w3.org/2000/svg">',
  ]);
  expect(told("<svg/>")).toHaveLength(1);
  expect(told('<g xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')).toHaveLength(1);
  expect(told('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 1"/>')).toEqual([
    "1:1 the picture is 0 × 1 pixels large; an SVG with width and height, or a viewBox",
  ]);
  expect(told('<svg xmlns="http://www.w3.org/2000/svg" width="1000001" height="1"/>')).toHaveLength(
    1,
  );
  expect(told('<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1"/>')).toEqual([]);
});

test("of many mistakes twenty are told, and of one kind one", () => {
  const rules = Array.from({ length: 30 }, (_, index) => `@x${index} a{}`).join("");
  expect(told(svg(`<style>${rules}</style>`))).toHaveLength(20);
  const elements = Array.from({ length: 30 }, (_, index) => `<x${index}/>`).join("");
  expect(told(svg(elements))).toHaveLength(20);
  expect(told(svg("<x/><x/>"))).toHaveLength(1);
});

test.each([
  ['xmlns:xml="http://www.w3.org/XML/1998/namespace"', '<g xml:space="preserve"/>'],
  ['xmlns:s="http://www.w3.org/2000/svg"', "<s:g/>"],
  ['xmlns:i="http://www.inkscape.org/namespaces/inkscape"', '<g i:label="x"/><i:grid a="b"/>'],
  ['xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"', "<i:pgf/>"],
  ["", '<g xmlns="http://www.w3.org/2000/svg"/>'],
  ["", '<metadata><sfw xmlns="http://ns.adobe.com/SaveForWeb/1.0/"/></metadata>'],
  ["", '<g data-a="b" aria-label="c"/>'],
  ["", '<a href="/b"/><a href="mailto:b@c.example"/><a href="# b"/><a href=""/>'],
  ["", '<image href="data:image/png;base64,AA"/><feImage href="data:image/gif,x"/>'],
])("names and namespaces that only draw: %s %s", (attributes, inside) => {
  expect(told(declared(attributes, inside))).toEqual([]);
});

test.each([
  ['xmlns:xml="http://a.example/"', "", "declares a prefix"],
  ['xmlns:x="http://www.w3.org/XML/1998/namespace"', "", "declares a prefix"],
  ['xmlns:x="http://www.w3.org/2000/xmlns/"', "", "declares a prefix"],
  ['xmlns:xmlfoo="http://a.example/"', "", "declares a prefix"],
  ['xmlns:x=""', "", "declares a prefix"],
  ["", "<y:g/>", "the element <y:g>"],
  ["", '<g y:a="b"/>', "the attribute y:a has no place"],
  ['xmlns:s="http://www.w3.org/2000/svg"', "<s:s:g/>", "the element <s:s:g>"],
  ['xmlns:s="http://www.w3.org/2000/svg"', "<s:/>", "the element <s:>"],
  ["", "<:g/>", "the element <:g>"],
  ["", '<g xmlns=""/>', "the element <g>"],
  ["", '<sfw xmlns="http://ns.adobe.com/Other/"/>', "the element <sfw>"],
  [
    'xmlns:i="http://www.inkscape.org/namespaces/inkscape"',
    '<i:grid onload="x"/>',
    "the attribute onload",
  ],
  ['xmlns:i="http://www.inkscape.org/namespaces/inkscapeX"', "<i:grid/>", "the element <i:grid>"],
  ["", '<g data-="b"/>', "the attribute data-"],
  ["", '<image href="data:image/svg+xml,x"/>', 'leads to "data:image/svg+xml,x"'],
  ["", '<feImage href="https://a.example/"/>', 'leads to "https://a.example/"'],
  ["", '<use href="https://a.example/"/>', 'leads to "https://a.example/"'],
  ["", '<a href="//a.example"/>', 'leads to "//a.example"'],
  ["", '<a href="java&#10;script:x"/>', 'leads to "javascript:x"'],
])("names, namespaces and addresses that have no place: %s %s", (attributes, inside, what) => {
  expect(told(declared(attributes, inside))).toEqual([expect.stringContaining(what)]);
});

test("a mistake stands at its attribute, wherever that stands in its element", () => {
  const source = declared("", "<g id = 'a'\n  onclick\n= \"b\" x='c' style='d:e(1)'/>");
  expect(mistakesIn(source).map(({ line, column }) => [line, column])).toEqual([
    [2, 3],
    [3, 13],
  ]);
});

test("elements may stand in one another 256 deep", () => {
  const nested = (depth: number) => svg("<g>".repeat(depth) + "</g>".repeat(depth));
  expect(told(nested(256))).toEqual([]);
  expect(told(nested(257))).toEqual([
    expect.stringContaining(
      "elements stand too deep in one another; groups in groups up to 256 deep",
    ),
  ]);
});

test.each([
  ["<?a b>c?>", "signs that a browser may take for the end of this"],
  ["<?xml-stylesheet href='a'?>", "the instruction <?xml-stylesheet?>"],
  ["<title><![CDATA[a<b]]></title>", "signs that a browser may take for the end of this"],
  ["<!-->a-->", "signs that a browser may take for the end of this"],
])("what each browser reads in its own way: %s", (inside, what) => {
  expect(told(svg(inside))).toEqual([expect.stringContaining(what)]);
});

test("comments, instructions and letters that every browser reads alike may stay", () => {
  expect(told(svg("<!-- a > b --><?a b?><title><![CDATA[a > b]]></title>"))).toEqual([]);
  expect(told(`<!DOCTYPE svg>${svg("")}`)).toEqual([]);
});
