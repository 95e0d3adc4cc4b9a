import { expect, test } from "vitest";

import { article, articleMistakes, linesWith } from "./broken.ts";

const quotes = 'quotes around the value, such as title: "Sale: everything must go"';
const field = "a name, a colon, a space and the value, such as title: A headline";

/** `standfirst: ` and what follows stands on line 6. */
const values: [name: string, standfirst: string, ...mistakes: string[]][] = [
  [
    "a colon in a value",
    "Ausverkauf: alles muss raus",
    `6:13 the value has a colon of its own, or the next line is indented; expected ${quotes}`,
  ],
  [
    "a quote that does not end",
    '"offen',
    "6:13 a quote begins here and does not end; expected a closing quote",
  ],
  ["a text after a quote", "'it's'", `6:17 the value had ended before this; expected ${quotes}`],
  ["a reserved sign", "@alle", `6:13 a value cannot begin with @; expected ${quotes}`],
  [
    "emphasis, which YAML takes for an alias",
    "*wichtig*",
    "6:13 a value that begins with * means something else in YAML; expected quotes around the value",
  ],
  [
    "an anchor",
    "&co KG",
    "6:13 a value that begins with & means something else in YAML; expected quotes around the value",
  ],
  [
    "a tag",
    "!wichtig ja",
    "6:13 a value that begins with ! means something else in YAML; expected quotes around the value",
  ],
  [
    "a bracket that does not end",
    "[a",
    "6:15 a bracket is opened and not closed; expected a closing ]",
  ],
  ["a tab", "\n\tx", "7:1 the line begins with a tab; expected spaces"],
  [
    "a line without a colon",
    "x\nund weiter geht es",
    `7:1 this line is not a field; expected ${field}`,
  ],
  ["a missing space", "x\ndraft:true\nid: x", `7:1 this line is not a field; expected ${field}`],
  [
    "a field that stands there twice",
    "x\nstandfirst: y\ndraft: no",
    "7:1 this field stands here a second time; expected each field once",
    '8:8 draft is "no"; expected one of true, false',
  ],
  [
    "dots that end the document",
    "x\n...\ndraft: true",
    "8:1 the fields had ended before this; expected no --- or ... between them",
  ],
];
test.each(values)("%s is a mistake", (_, standfirst, ...mistakes) => {
  expect(articleMistakes({ standfirst })).toEqual(mistakes);
});

const documents: [name: string, source: string, ...mistakes: string[]][] = [
  [
    "no front matter",
    "Nur Text.\n",
    "1:1 the front matter is missing; expected --- alone on the first line, then the fields, then --- again",
  ],
  [
    "an empty file",
    "",
    "1:1 the front matter is missing; expected --- alone on the first line, then the fields, then --- again",
  ],
  [
    "an empty line before the front matter",
    `\n${article()}`,
    "1:1 the front matter is missing; expected --- alone on the first line, then the fields, then --- again",
  ],
  [
    "front matter in another language, which is never run",
    "---js\nprocess.exit(7)\n---\n\nEin Satz.\n",
    "1:1 the front matter is missing; expected --- alone on the first line, then the fields, then --- again",
  ],
  [
    "front matter without an end",
    "---\ntitle: Probe\n\nEin Satz.\n",
    "1:1 the front matter begins here and does not end; expected --- alone on a line after the last field",
  ],
  [
    "an end that goes on",
    "---\ntitle: Probe\n---- \n\nEin Satz.\n",
    "3:4 the line that ends the front matter goes on; expected --- alone on the line",
  ],
  [
    "a list as front matter",
    "---\n- title\n---\n\nEin Satz.\n",
    '2:1 here stands a list; expected fields, one on each line, such as "title: A headline"',
  ],
  [
    "a text as front matter",
    "---\nProbe\n---\n\nEin Satz.\n",
    '2:1 here stands a text; expected fields, one on each line, such as "title: A headline"',
  ],
];
test.each(documents)("%s is a mistake", (_, source, ...mistakes) => {
  expect(linesWith({ "articles/probe.md": source })).toEqual(
    mistakes.map((mistake) => `articles/probe.md:${mistake}`),
  );
});

test("empty front matter lacks what an article needs", () => {
  const lines = linesWith({ "articles/probe.md": "---\n---\n\nEin Satz.\n" });
  expect(lines.map((line) => line.replace(/;.*/, ""))).toEqual([
    "articles/probe.md:1:1 author is missing",
    "articles/probe.md:1:1 column is missing",
    "articles/probe.md:1:1 date is missing",
    "articles/probe.md:1:1 title is missing",
  ]);
});

test("a mistake in the front matter does not hide one in the text", () => {
  expect(articleMistakes({ standfirst: "@alle" }, "Noch <b>einer.\n")).toEqual([
    `6:13 a value cannot begin with @; expected ${quotes}`,
    '9:6 the HTML "<b>"; expected Markdown; HTML may stand in code only',
  ]);
});

test("a byte order mark and Windows line ends leave lines and columns right", () => {
  const source = article({ draft: "yes" }, "Ein Satz.\n\nNoch <b>einer.\n");
  const windows = `\uFEFF${source.replaceAll("\n", "\r\n")}`;
  const lines = linesWith({ "articles/probe.md": windows });
  expect(lines).toHaveLength(2);
  expect(lines).toEqual(linesWith({ "articles/probe.md": source }));
});

test("a file that is not UTF-8 is a mistake at the first wrong letter", () => {
  const latin1 = Buffer.from(article({}, "Ein Satz.\n\nDie Tür.\n"), "latin1");
  expect(linesWith({ "articles/probe.md": latin1 })).toEqual([
    "articles/probe.md:10:6 this letter is not written in UTF-8; expected the file saved with the encoding UTF-8",
  ]);
});
