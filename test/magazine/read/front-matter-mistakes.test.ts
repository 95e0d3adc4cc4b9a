import { expect, test } from "vitest";

import { article, articleMistakes, linesWith, magazineWith } from "./broken.ts";

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
    "6:15 a bracket is opened and not closed; expected a closing ], or quotes around the value",
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

const comment =
  "what follows # is a comment, and would not be printed; expected quotes around the value, or the comment on a line of its own";
const means = (sign: string) =>
  `a value that begins with ${sign} means something else in YAML; expected quotes around the value`;

/** Stands on line 6, as the value of standfirst. */
const signs: [value: string, mistake: string][] = [
  ["Platz #1 der Charts", `6:19 ${comment}`],
  ["#MeToo: was bleibt", `6:13 ${comment}`],
  ["#MeToo", `6:13 ${comment}`],
  ["#MeToo\n  und was bleibt", `6:13 ${comment}`],
  ["Platz\t#1", `6:19 ${comment}`],
  ["auf\n  Platz #1", `7:9 ${comment}`],
  ["Nummer #", `6:20 ${comment}`],
  ["x\ntopics:\n  - #MeToo\n  - b", `8:5 ${comment}`],
  ["x\ntopics:\n- a #b", `8:5 ${comment}`],
  ["x\ntopics: [a, #MeToo]", `7:13 ${comment}`],
  ["x\ntopics: [#MeToo]", `7:10 ${comment}`],
  ["x\ndraft: true # noch", `7:13 ${comment}`],
  ["x\ncorrections:\n  - date: 2012-12-02\n    text: Platz #1", `9:17 ${comment}`],
  ["- Minus", `6:13 ${means("-")}`],
  ["-", `6:13 ${means("-")}`],
  [">", `6:13 ${means(">")}`],
  ["> wichtig", `6:13 ${means(">")}`],
  ["|", `6:13 ${means("|")}`],
  ["| wichtig", `6:13 ${means("|")}`],
  ["? warum", `6:13 ${means("?")}`],
  [": warum", `6:13 ${means(":")}`],
  ["] x", `6:13 ${means("]")}`],
  ["* wichtig", `6:13 ${means("*")}`],
  ["& Söhne", `6:13 ${means("&")}`],
  ["{{ titel }}", `6:13 ${means("{")}`],
  ["x\ntopics:\n  - > x", `8:5 ${means(">")}`],
  ["%", `6:13 a value cannot begin with %; expected ${quotes}`],
  ["`code`", `6:13 a value cannot begin with \`; expected ${quotes}`],
  ["[Anzeige] Neues", `6:23 the value had ended before this; expected ${quotes}`],
  ['"Das" war es', `6:19 the value had ended before this; expected ${quotes}`],
  ['"a"#b', `6:13 the value had ended before this; expected ${quotes}`],
  [
    String.raw`"C:\qu"`,
    String.raw`6:16 between these quotes \q has no meaning; expected single quotes around the value, or two backslashes`,
  ],
  [
    String.raw`"ein \ud800"`,
    String.raw`6:18 half of a letter is written here; expected the letter itself: of \ud800 to \udfff two make one`,
  ],
];
test.each(signs)("'%s' is told in plain words", (value, mistake) => {
  expect(articleMistakes({ standfirst: value })).toEqual([mistake]);
});

test.each([
  ["a comment on a line of its own", "x\n# ein #Satz: - [\ntopics: [a]"],
  ["one behind a value in quotes", `'Platz #1' # noch prüfen\nid: "x" #y`],
  ["one behind brackets", "x\ntopics: [a, b] # zwei"],
  ["one inside brackets on several lines", "x\ntopics: [\n  a, # eins\n  b,\n  ]"],
  ["one behind the name of a list", "x\ntopics: # zwei\n  - a\n  - b"],
  ["one behind the name of a list without indentation", "x\ntopics: # zwei\n- a"],
  ["one behind a hyphen", "x\ncorrections:\n  - # erste\n    date: 2012-12-02\n    text: x"],
  ["one behind a block's sign", "> # ein Absatz\n  Platz #1\n  der Charts"],
  ["a number sign in a word", "C#, F#-Dur und Platz#1"],
  ["signs in the midst of words", "a - b > c | d * e & f ! g % h @ i, j ? k [l] {m} 'n' \"o\""],
  ["a hyphen before a word", "-minus"],
  ["half letters that make one", String.raw`"\ud83d\ude00"`],
  ["a paragraph on several lines", "ein Satz\n  geht weiter"],
])("%s is no mistake", (_, standfirst) => {
  expect(articleMistakes({ standfirst })).toEqual([]);
});

test("signs and comments are told in magazine.yaml as well", () => {
  const change = (source: string) =>
    source
      .replace("perPage: 2", "perPage: 2 # zwei")
      .replace(/description: .*/, "description: # x");
  const places = linesWith({ "magazine.yaml": change });
  expect(places).toEqual([`magazine.yaml:5:14 ${comment}`, `magazine.yaml:6:12 ${comment}`]);
});

test("a title is one line, however it is written", () => {
  for (const title of ['"a\\nb"', "|\n  a\n  b", "a\n\n  b", '"a\\u2028b"', '"a\\Pb"']) {
    expect(articleMistakes({ title })).toEqual([
      expect.stringMatching(/^2:8 title is "a b"; expected a text on one line$/u),
    ]);
  }
  expect(linesWith({ "authors/eva-klein.md": '---\nname: "Eva\\nKlein"\n---\n' })).toHaveLength(1);
  expect(articleMistakes({ topics: '["a\\nb"]' })).toHaveLength(1);
});

test("a paragraph may stand on several lines, and is one", () => {
  const titles = {
    title: ">\n  Ein\n  Titel\n",
    standfirst: "|\n  Ein Satz\n  und noch\n\n  einer\n",
  };
  const magazine = magazineWith({ "articles/probe.md": article(titles) });
  expect(magazine.articles.find(({ id }) => id === "probe")).toMatchObject({
    title: "Ein Titel",
    standfirst: "Ein Satz und noch einer",
  });
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
