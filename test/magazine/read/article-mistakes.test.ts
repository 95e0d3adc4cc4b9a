import { expect, test } from "vitest";

import { articleMistakes } from "./broken.ts";

const when = "a day such as 2012-10-19, or with a time such as 2012-10-19 09:00";
const fields =
  "one of title, date, column, author, authors, standfirst, topics, series, image, imageAlt, imageCaption, imageCredit, imageFocus, updated, corrections, aliases, comments, featured, draft, expires, id";
const alias = "an address of this site: it begins with one slash and has no space, ? or #";
const aliasForm =
  "names between single slashes, none of them too long or with a dot first, without * or \\; a percent sign as %25";
const file = "expected the name of a file there, without .md";

type Case = [name: string, fields: Record<string, string | null>, ...mistakes: string[]];

const missing: Case[] = [
  ["title", { title: null }, "1:1 title is missing; expected a text"],
  ["date", { date: null }, `1:1 date is missing; expected ${when}`],
  [
    "column",
    { column: null },
    "1:1 column is missing; expected the name of a file in content/columns, without .md",
  ],
  [
    "author",
    { author: null },
    "1:1 author is missing; expected author with the name of a file in content/authors, or authors with a list of such names",
  ],
];
test.each(missing)("an article needs its %s", (_, fields, ...mistakes) => {
  expect(articleMistakes(fields)).toEqual(mistakes);
});

const values: Case[] = [
  ["an empty text", { title: "" }, "2:8 title is empty; expected a text"],
  ["a text of spaces", { title: '" "' }, '2:8 title is " "; expected a text'],
  [
    "a list as text",
    { title: "[a]" },
    "2:8 title is a list; expected a text; with quotes around the value if it begins with a sign or holds a colon",
  ],
  [
    "an empty optional field",
    { standfirst: "" },
    "6:13 standfirst is empty; expected a text, or the field left out",
  ],
  [
    "a map as text",
    { standfirst: "{ a: b }" },
    "6:13 standfirst is a map of fields; expected a text, or the field left out; with quotes around the value if it begins with a sign or holds a colon",
  ],
  [
    "a text as list",
    { topics: "Marken" },
    '6:9 topics is "Marken"; expected a list, such as [one, another]',
  ],
  [
    "a topic that is named twice",
    { topics: "[Handel, handel]" },
    '6:18 an entry of topics is "handel"; expected each entry once',
  ],
  [
    "a topic without a letter",
    { topics: "['???']" },
    '6:10 an entry of topics is "???"; expected a text with letters or digits',
  ],
  [
    "a topic that is written in two ways",
    { topics: "[marketing]" },
    '6:10 the topic "marketing" is written "Marketing" in articles/2012/drei-fragen.md; expected one way to write it',
  ],
  [
    "a series without a letter",
    { series: "'???'" },
    '6:9 series is "???"; expected a text with letters or digits',
  ],
  [
    "an unknown state of comments",
    { comments: "close" },
    '6:11 comments is "close"; expected one of open, closed, off, or the day on which they close, such as 2012-11-30; did you mean "closed"?',
  ],
  [
    "a state of several lines",
    { comments: "|\n  open\n  closed" },
    '6:11 comments is "open closed"; expected one of open, closed, off, or the day on which they close, such as 2012-11-30',
  ],
  [
    "a day without a year on which comments close",
    { comments: "30.11." },
    '6:11 comments is "30.11."; expected a day such as 2012-10-19, or with a time such as 2012-10-19 09:00',
  ],
  [
    "a day that does not exist on which comments close",
    { comments: "2013-02-29" },
    '6:11 comments is "2013-02-29"; expected a day that exists: February 2013 has 28 days',
  ],
  [
    "comments that close before they open",
    { comments: "2012-12-01" },
    '6:11 comments is "2012-12-01"; expected a time after date',
  ],
  ["a draft of yes", { draft: "yes" }, '6:8 draft is "yes"; expected one of true, false'],
  [
    "an id that cannot stand in an address",
    { id: "Ein Id" },
    '6:5 id is "Ein Id"; expected lower-case letters a to z, digits and single hyphens between them',
  ],
  [
    "an alias without a slash",
    { aliases: "[alt.html]" },
    `6:11 an entry of aliases is "alt.html"; expected ${alias}`,
  ],
  [
    "an alias on another site",
    { aliases: "[//alt.example]" },
    `6:11 an entry of aliases is "//alt.example"; expected ${alias}`,
  ],
  [
    "an alias with a space",
    { aliases: "[/a b]" },
    `6:11 an entry of aliases is "/a b"; expected ${alias}`,
  ],
  ...["/%zz/", "/%2e%2e/x", "/a//b", "/./a", "/.git/x", "/a%2Fb", "/a%00", "/alt/*", "/a%3Fb"].map(
    (written): Case => [
      `an alias that is no path: ${written}`,
      { aliases: `["${written}"]` },
      `6:11 an entry of aliases is "${written}"; expected ${aliasForm}`,
    ],
  ),
  [
    "an alias with a name that no file has",
    { aliases: `[/${"ä".repeat(128)}/]` },
    `6:11 an entry of aliases is "/${"ä".repeat(59)}…"; expected ${aliasForm}`,
  ],
  [
    "an alias that is given twice, written differently",
    { aliases: "[/a, /k%C3%A4se/, /a/, /ka\u0308se]" },
    '6:28 an entry of aliases is "/a/"; expected each entry once',
    '6:33 an entry of aliases is "/käse"; expected each entry once',
  ],
  [
    "an alias that is given twice",
    { aliases: "[/a, /a]" },
    '6:15 an entry of aliases is "/a"; expected each entry once',
  ],
  [
    "an alias of another article",
    { aliases: "[/2012/10/zwei-abteilungen.html]" },
    '6:11 the former address "/2012/10/zwei-abteilungen.html" is already taken at articles/2012/zwei-abteilungen.md:15:11; expected each former address in one article',
  ],
  [
    "corrections as a text",
    { corrections: "Text" },
    '6:14 corrections is "Text"; expected a list of corrections, each with date and text',
  ],
  [
    "a correction without a text",
    { corrections: "[{ date: 2012-12-02 }]" },
    "6:15 corrections.text is missing; expected a text",
  ],
  [
    "a correction that is no map",
    { corrections: "[Text]" },
    '6:15 an entry of corrections is "Text"; expected fields: date, text',
  ],
  [
    "a correction with a field of its own",
    { corrections: "[{ date: 2012-12-32, text: x, wer: y }]" },
    '6:23 corrections.date is "2012-12-32"; expected a day that exists: December 2012 has 31 days',
    '6:44 "wer" is not a field of corrections; expected one of date, text',
  ],
];
test.each(values)("%s is a mistake", (_, fields, ...mistakes) => {
  expect(articleMistakes(fields)).toEqual(mistakes);
});

const unknown: Case[] = [
  [
    "with what was meant",
    { autor: "x" },
    `6:1 "autor" is not a field here; expected ${fields}; did you mean "author"?`,
  ],
  [
    "all of them",
    { standfrst: "x", rubrik: "y" },
    `6:1 "standfrst" is not a field here; expected ${fields}; did you mean "standfirst"?`,
    `7:1 "rubrik" is not a field here; expected ${fields}`,
  ],
  [
    "also where JavaScript has one of that name",
    { constructor: "x" },
    '6:1 "constructor" is not a field here; expected no such field',
  ],
  [
    "also the name of every object's ancestor",
    { ["__proto__"]: "x" },
    '6:1 "__proto__" is not a field here; expected no such field',
  ],
];
test.each(unknown)("unknown fields are mistakes: %s", (_, fields, ...mistakes) => {
  expect(articleMistakes(fields)).toEqual(mistakes);
});

const references: Case[] = [
  [
    "a column that is not there",
    { column: "sport" },
    `4:9 column "sport" is not in content/columns; ${file}`,
  ],
  [
    "a column's name instead of its file's",
    { column: "Alltag" },
    `4:9 column "Alltag" is not in content/columns; ${file}; did you mean "alltag"?`,
  ],
  [
    "an author with a wrong letter",
    { author: "bert-zandr" },
    `5:9 author "bert-zandr" is not in content/authors; ${file}; did you mean "bert-zander"?`,
  ],
  [
    "an author's name instead of the file's",
    { author: "Clemens von Lützow" },
    `5:9 author "Clemens von Lützow" is not in content/authors; ${file}; did you mean "clemens-von-luetzow"?`,
  ],
  [
    "an empty author",
    { author: "" },
    "5:9 author is empty; expected the name of a file in content/authors, without .md",
  ],
  [
    "a list as author",
    { author: "[bert-zander]" },
    "5:9 author is a list; expected the name of a file in content/authors, without .md",
  ],
  [
    "no author at all",
    { author: null, authors: "[]" },
    "5:10 authors is an empty list; expected at least one author",
  ],
  [
    "one author as authors",
    { author: null, authors: "bert-zander" },
    '5:10 authors is "bert-zander"; expected a list, such as [one, another]',
  ],
  [
    "author beside authors",
    { authors: "[bert-zander, anna-oestreich]" },
    "6:1 author and authors are both given; expected authors alone, with all of them",
  ],
  [
    "an author who is named twice",
    { author: null, authors: "[bert-zander, bert-zander]" },
    '5:24 an entry of authors is "bert-zander"; expected each entry once',
  ],
  [
    "one unknown author of two",
    { author: null, authors: "[bert-zander, anna-ostreich]" },
    `5:24 author "anna-ostreich" is not in content/authors; ${file}; did you mean "anna-oestreich"?`,
  ],
];
test.each(references)("%s is a mistake", (_, fields, ...mistakes) => {
  expect(articleMistakes(fields)).toEqual(mistakes);
});

test("what looks like a number, a date or a word of YAML stays the text that was written", () => {
  for (const title of ["2012", "1.10", "012", "0x1F", "yes", "null", "~", "2012-10-19"]) {
    expect(articleMistakes({ title })).toEqual([]);
  }
});

const texts: [name: string, body: string, ...mistakes: string[]][] = [
  ["no text", "", "7:1 the text is missing; expected Markdown after the front matter"],
  ["a text of lines", "\n\n", "7:1 the text is missing; expected Markdown after the front matter"],
  [
    "raw HTML, at its place in the file",
    "Ein Satz.\n\nNoch <b>einer.\n",
    '10:6 the HTML "<b>"; expected Markdown; HTML may stand in code only',
  ],
];
test.each(texts)("%s is a mistake", (_, body, ...mistakes) => {
  expect(articleMistakes({}, body)).toEqual(mistakes);
});
