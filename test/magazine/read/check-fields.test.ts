import type * as v from "valibot";
import { expect, test } from "vitest";
import { checkFields } from "../../../magazine/read/check-fields.ts";
import {
  articleSchema,
  authorSchema,
  columnSchema,
  magazineSchema,
} from "../../../magazine/read/content-schema.ts";
import { readYaml } from "../../../magazine/read/fields.ts";
import { focusOf } from "../../../magazine/read/schema.ts";
import { reportedBy } from "./documents.ts";

const schemaOfArticles = articleSchema({ language: "de", timeZone: "Europe/Berlin" });

/** What is told of fields, and what is made of them. */
function read<Schema extends v.GenericSchema>(schema: Schema, source: string) {
  let made: v.InferOutput<Schema> | null = null;
  const told = reportedBy((report) => {
    made = checkFields({ file: "x", fields: readYaml(source).fields }, schema, report);
  });
  return { made, told };
}
const told = (schema: v.GenericSchema, source: string) =>
  read(schema, source).told.map((line) => line.replace(/^x:/u, ""));

const needed = "title: T\ndate: 2012-10-19\ncolumn: c\nauthor: a";
/** Of an article that is right, but for this on line 5 and below. */
const ofArticle = (more: string) => told(schemaOfArticles, `${needed}\n${more}`);
const madeOf = (more: string) => read(schemaOfArticles, `${needed}\n${more}`).made;

test("an article's fields become what the magazine knows, with a default for each that is left out", () => {
  expect(madeOf("")).toEqual({
    title: "T",
    date: "2012-10-19T00:00:00+02:00",
    column: "c",
    author: "a",
    topics: [],
    corrections: [],
    aliases: [],
    featured: false,
    draft: false,
  });
  expect(
    madeOf(
      `topics: [Büro, "7"]\nseries: S\nimageFocus: 5% 100%\ncomments: 2013-01-02\nfeatured: true\nstandfirst: "a\\n b"\nid: a-1`,
    ),
  ).toMatchObject({
    topics: ["Büro", "7"],
    series: "S",
    imageFocus: { x: 5, y: 100 },
    comments: { state: "open", closes: "2013-01-02T00:00:00+01:00" },
    featured: true,
    standfirst: "a b",
    id: "a-1",
  });
  for (const state of ["open", "closed", "off"])
    expect(madeOf(`comments: ${state}`)?.comments).toEqual({ state, closes: null });
});

test("a point of a picture is its per cent from the left and from the top", () => {
  expect(focusOf("30% 40%")).toEqual({ x: 30, y: 40 });
  expect(focusOf("30%")).toEqual({ x: 30, y: 50 });
});

const perCent = "per cent from the left and from the top, such as 50% 30%";
const orNothing = "a text, or the field left out";
const sign = "; with quotes around the value if it begins with a sign or holds a colon";
const oneOfFlag = "expected one of true, false";

test.each([
  ["topics: [Büro, Buero]", '5:16 an entry of topics is "Buero"; expected each entry once'],
  ["topics: […]", '5:10 an entry of topics is "…"; expected a text with letters or digits'],
  ['topics: [""]', "5:10 an entry of topics is empty; expected a text with letters or digits"],
  ['topics: [" "]', '5:10 an entry of topics is " "; expected a text with letters or digits'],
  [
    "topics:\n  - Berlin: Mitte",
    `6:5 an entry of topics is a map of fields; expected a text with letters or digits${sign}`,
  ],
  ["topics: Büro", '5:9 topics is "Büro"; expected a list, such as [one, another]'],
  [
    "corrections: x",
    '5:14 corrections is "x"; expected a list of corrections, each with date and text',
  ],
  ["corrections: [x]", '5:15 an entry of corrections is "x"; expected fields: date, text'],
  ["standfirst: [a]", `5:13 standfirst is a list; expected ${orNothing}${sign}`],
  ["standfirst: []", `5:13 standfirst is an empty list; expected ${orNothing}${sign}`],
  ["standfirst: { a: b }", `5:13 standfirst is a map of fields; expected ${orNothing}${sign}`],
  ["standfirst: ''", `5:13 standfirst is empty; expected ${orNothing}`],
  ["standfirst: ' '", `5:13 standfirst is " "; expected ${orNothing}`],
  ['series: "a\\nb"', '5:9 series is "a b"; expected a text with letters or digits on one line'],
  [
    'imageAlt: "a\\u0007b"',
    '5:11 imageAlt is "a b"; expected a text for those who cannot see the image without control characters',
  ],
  ["image: ''", "5:8 image is empty; expected a file beside the text, or the field left out"],
  ["imageFocus: 101% 5%", `5:13 imageFocus is "101% 5%"; expected ${perCent}`],
  ["imageFocus: 5%", `5:13 imageFocus is "5%"; expected ${perCent}`],
  ["imageFocus: [5%]", `5:13 imageFocus is a list; expected ${perCent}`],
  ["draft: ture", `5:8 draft is "ture"; ${oneOfFlag}; did you mean "true"?`],
  ["draft: [true]", `5:8 draft is a list; ${oneOfFlag}`],
  [
    "comments: often",
    '5:11 comments is "often"; expected one of open, closed, off, or the day on which they close, such as 2012-11-30',
  ],
  ["comments: 2012-13-01", '5:11 comments is "2012-13-01"; expected a month from 01 to 12'],
  [
    `id: A`,
    '5:5 id is "A"; expected lower-case letters a to z, digits and single hyphens between them',
  ],
  [
    "aliases: [x]",
    '5:11 an entry of aliases is "x"; expected an address of this site: it begins with one slash and has no space, ? or #',
  ],
  [
    "aliases: [/%]",
    '5:11 an entry of aliases is "/%"; expected names between single slashes, none of them too long or with a dot first, without * or \\; a percent sign as %25',
  ],
  ["aliases: [/a, /b, /a/]", '5:19 an entry of aliases is "/a/"; expected each entry once'],
  ["authors: []", "5:10 authors is an empty list; expected at least one author"],
])("%j is told", (more, ...mistakes) => {
  expect(ofArticle(more)).toEqual(mistakes);
});

test("a value of more than sixty signs is cut", () => {
  const long = "x".repeat(60);
  expect(ofArticle(`id: ${long}X`)[0]).toContain(`id is "${long}…"; expected`);
  expect(ofArticle(`id: X${long.slice(1)}`)[0]).toContain(`id is "X${long.slice(1)}"; expected`);
});

test("what is missing or unknown is told where it should be or stands, with a guess", () => {
  expect(told(columnSchema, "nane: x")).toEqual([
    "1:1 name is missing; expected a text",
    "1:1 description is missing; expected a text",
    '1:1 "nane" is not a field here; expected one of name, description, aliases; did you mean "name"?',
  ]);
  expect(told(authorSchema, "name: A\nlinks:\n  - { tilte: x, url: / }")).toEqual([
    "3:5 links.title is missing; expected a text",
    '3:7 "tilte" is not a field of links; expected one of title, url; did you mean "title"?',
  ]);
  expect(told(authorSchema, "name: A\nbadge: ''")).toEqual([
    "2:8 badge is empty; expected a word of at most 30 characters, such as Autorin, or the field left out",
  ]);
  expect(told(authorSchema, `name: A\nbadge: ${"x".repeat(30)}`)).toEqual([]);
  expect(told(authorSchema, `name: A\nbadge: ${"x".repeat(31)}`)).toHaveLength(1);
});

test("magazine.yaml: numbers within their bounds, and maps that are none", () => {
  const of = (more: string) =>
    told(magazineSchema, more).filter((line) => !line.includes("is missing"));
  for (const number of ["1", "10", "100"]) expect(of(`perPage: ${number}`)).toEqual([]);
  for (const number of ["0", "101", "-1", "1e1", "01", "x"])
    expect(of(`perPage: ${number}`)).toEqual([
      `1:10 perPage is "${number}"; expected a whole number from 1 to 100`,
    ]);
  expect(of("comments: x")).toEqual(['1:11 comments is "x"; expected fields: service, close']);
  expect(of("share: [x, x]")).toEqual(['1:12 an entry of share is "x"; expected each entry once']);
  expect(of("timeZone: Europe/Berln")[0]).toContain("such as Europe/Berlin");
  expect(of("timeZone: Asia/Tokio")[0]).toContain("such as Asia/Tokyo");
  expect(of("timeZone: x")[0]).toContain("such as Europe/Berlin");
});

test("without fields nothing is said again", () => {
  expect(read(columnSchema, "a: b: c")).toEqual({ made: null, told: [] });
});
