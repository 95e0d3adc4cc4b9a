import { expect, test } from "vitest";
import { hintsOn } from "../../../magazine/read/hints.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { article, withChanges } from "./broken.ts";
import type { Changes } from "./broken.ts";

/** The hints of a small magazine with these changes, as `file:line:column what`. */
const hints = (changes: Changes) =>
  withChanges(changes, (folder) =>
    hintsOn(readMagazine(folder), folder).map(
      ({ file, line, column, what }) => `${file}:${line}:${column} ${what}`,
    ),
  );
/** Of an article whose text begins on line 8. */
const inText = (body: string) =>
  hints({ "articles/probe.md": article({}, body) }).map((hint) =>
    hint.replace("articles/probe.md:", ""),
  );

test("a text as it should be gives none", () => {
  expect(hints({})).toEqual([]);
  expect(
    inText(
      '"Ja", sagte er.\n\n"Erstens.\n\n"Zweitens."\n\n| a    | b |\n| ---- | - |\n| "c"  | d |\n',
    ),
  ).toEqual([]);
  expect(
    inText(
      'Ein `a  "b` und \\" hier, [Seite](https://a.example "Titel").\n\n```\na  " http://a.example\n```\n',
    ),
  ).toEqual([]);
});

test("a straight quote without a partner, and several spaces, stand at their place", () => {
  expect(inText('Er sagte: "Das ist\nallerhand.\n\nZwei  Leerzeichen.  \nSo.\n')).toEqual([
    '8:11 ein gerades " ohne Partner wird so gedruckt, wie es dasteht',
    "11:5 mehrere Leerzeichen hintereinander",
  ]);
});

test("a link to an address without encryption, in words and by itself", () => {
  expect(inText("Dort: [a](http://a.example/b) und http://c.example hier.\n")).toEqual([
    "8:11 der Link http://a.example/b führt zu einer unverschlüsselten Adresse",
    "8:35 der Link http://c.example führt zu einer unverschlüsselten Adresse",
  ]);
});

test("an article of more than 1,500 words on one page, and not one with a page break", () => {
  const long = "Wort ".repeat(800).trim();
  expect(inText(`${long}\n\n${long}\n`)).toEqual([
    "8:1 ein Artikel von 1600 Wörtern auf einer einzigen Seite",
  ]);
  expect(inText(`${long}\n\n<!-- pagebreak -->\n\n${long}\n`)).toEqual([]);
});

test("a huge picture, in the magazine's language", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>${"x".repeat(5_000_000)}</desc></svg>`;
  const changes = {
    "articles/gross.svg": svg,
    "articles/probe.md": article({}, "![Ein Bild](gross.svg)\n"),
  };
  expect(hints(changes)).toEqual([
    "articles/probe.md:1:1 das Bild articles/gross.svg ist sehr groß (5.0 MB, 0 Megapixel)",
  ]);
});

test("hints speak English in an English magazine, and say what would be better", () => {
  const long = "word ".repeat(800).trim();
  const body = `"${long}\n\n${long}  twice [a](http://a.example)\n`;
  const found = withChanges(
    {
      "magazine.yaml": (source) => source.replace("language: de", "language: en"),
      "articles/probe.md": article({}, body),
    },
    (folder) => hintsOn(readMagazine(folder), folder),
  );
  expect(found.map(({ what, expected }) => [what, expected])).toEqual([
    [
      'a straight " without a partner is printed as it stands',
      'a second ", or \\" where it is meant',
    ],
    [
      "an article of 1602 words on a single page",
      "a line <!-- pagebreak --> between two paragraphs",
    ],
    ["several spaces in a row", "one"],
    [
      "the link http://a.example leads to an address without encryption",
      "https://, if the site has it",
    ],
  ]);
});
