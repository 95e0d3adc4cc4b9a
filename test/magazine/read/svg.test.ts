import { expect, test } from "vitest";
import { dangerIn } from "../../../magazine/read/svg.ts";
import { article, linesWith } from "./broken.ts";

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"${attributes}>${inside}</svg>`;

test.each([
  ["<script>fetch('/')</script>", "a script"],
  ["<svg:SCRIPT href='#'/>", "a script"],
  ["<foreignObject><p/></foreignObject>", "a foreign object"],
  ["<g onclick='x()'/>", "an event handler"],
  ["<g\nonload = 'x()'/>", "an event handler"],
  ["<set attributeName='onclick' to='x()'/>", "an animated link or handler"],
  ["<animate attributeName=' xlink:href' values='javascript:x()'/>", "an animated link or handler"],
  ["<a href='javascript:x()'/>", "a link to elsewhere"],
  ['<a xlink:href="&#106;avascript:x()"/>', "a link to elsewhere"],
  ["<image href='https://elsewhere.example/x.png'/>", "a link to elsewhere"],
  ["<image href='data:image/svg+xml;base64,PHN2Zz4='/>", "a link to elsewhere"],
  ["<path fill='url(https://elsewhere.example/#a)'/>", "an address of elsewhere"],
  ["<style>@import 'https://elsewhere.example/x.css'</style>", "a style from elsewhere"],
])("%s is no part of a picture", (inside, danger) => {
  expect(dangerIn(Buffer.from(svg(inside)))).toBe(danger);
});

test("entities and other encodings are refused, since they write the same in other letters", () => {
  const entity = `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}`;
  expect(dangerIn(Buffer.from(entity))).toBe("an entity");
  expect(dangerIn(Buffer.from(svg("<script/>"), "utf16le"))).toBe("an encoding other than UTF-8");
  const declared = `<?xml version="1.0" encoding="utf-7"?>${svg("")}`;
  expect(dangerIn(Buffer.from(declared))).toBe("an encoding other than UTF-8");
});

test.each([
  "<path d='M0 0h9' fill='url(#a)'/><use href='#a'/>",
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  "<style>.a{fill:#9d2b1e}</style><text>Monday on = off</text>",
  "<title>Ein Bild, online</title>",
])("%s is a mere drawing", (inside) => {
  const drawing = `<?xml version="1.0" encoding="UTF-8"?><!-- drawn --><!DOCTYPE svg>${svg(inside)}`;
  expect(dangerIn(Buffer.from(drawing))).toBeNull();
});

test("a picture with a script is a mistake where it is named", () => {
  expect(
    linesWith({
      "articles/probe.md": article({ image: "boese.svg", imageAlt: "Böse" }, "Text.\n"),
      "articles/boese.svg": svg("<script/>"),
    }),
  ).toEqual([
    expect.stringMatching(
      /^articles\/probe\.md:\d+:\d+ the file articles\/boese\.svg holds a script; expected an SVG that only draws$/,
    ),
  ]);
});

test("control characters are mistakes, as letters and as escapes", () => {
  const [raw] = linesWith({ "articles/probe.md": article({}, "Ein\u000BSatz.\n") });
  expect(raw).toMatch(/^articles\/probe\.md:\d+:4 a control character stands here/);
  const [escaped] = linesWith({
    "articles/probe.md": article({ title: '"Ein\\x0bTitel"' }, "Text.\n"),
  });
  expect(escaped).toMatch(/^articles\/probe\.md:\d+:\d+ .*title.*without control characters/);
});
