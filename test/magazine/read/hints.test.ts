import sharp from "sharp";
import { expect, test } from "vitest";
import { hintsOn } from "../../../magazine/read/hints.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { article, withChanges } from "./broken.ts";
import type { Changes } from "./broken.ts";

/** The picture of the small magazine is a very small one. */
const withoutPicture: Changes = {
  "articles/2012/zwei-abteilungen.md": (source) => source.replaceAll(/^image.*\n/gmu, ""),
};

/** The hints of a small magazine with these changes, as `file:line:column what`. */
const hints = (changes: Changes) =>
  withChanges({ ...withoutPicture, ...changes }, (folder) =>
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
  const svg = (side: number, desc: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><desc>${desc}</desc></svg>`;
  const changes = {
    "articles/gross.svg": svg(9, "x".repeat(5_000_000)),
    "articles/probe.md": article({}, "![Ein Bild](gross.svg)\n"),
  };
  expect(hints(changes)).toEqual([
    "articles/probe.md:1:1 das Bild articles/gross.svg ist sehr groß (5.0 MB, 0 Megapixel)",
  ]);
  const small = { "articles/gross.svg": svg(9000, "") };
  expect(hints({ ...changes, ...small })).toEqual([]);
});

test("hints speak English in an English magazine, and say what would be better", () => {
  const long = "word ".repeat(800).trim();
  const body = `"${long}\n\n${long}  twice [a](http://a.example)\n`;
  const found = withChanges(
    {
      ...withoutPicture,
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

test("a picture that is blown up above a text, as it is cut there, and none elsewhere", async () => {
  const jpeg = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#876" } })
      .jpeg()
      .toBuffer();
  const of = (picture: Uint8Array, name = "foto.jpg") =>
    hints({
      [`articles/${name}`]: picture,
      "articles/probe.md": article(
        { image: name, imageAlt: "Ein Bild" },
        `Ein Satz.\n\n![Ein Bild](${name})\n`,
      ),
    });
  expect(of(await jpeg(960, 480))).toEqual([]);
  expect(of(await jpeg(959, 800))).toEqual([
    "articles/probe.md:1:1 das Bild articles/foto.jpg ist für seinen Platz über dem Text zu klein (so zugeschnitten 959 Pixel breit)",
  ]);
  expect(of(await jpeg(1600, 400))).toEqual([
    "articles/probe.md:1:1 das Bild articles/foto.jpg ist für seinen Platz über dem Text zu klein (so zugeschnitten 800 Pixel breit)",
  ]);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>';
  expect(of(Buffer.from(svg), "foto.svg")).toEqual([]);
  const portrait = { "authors/a.jpg": await jpeg(100, 100) };
  const author = "---\nname: Bert Zander\nportrait: a.jpg\n---\n";
  expect(hints({ ...portrait, "authors/bert-zander.md": author })).toEqual([]);
});

test("each hint stands at its place in a file, in its order", () => {
  const body = 'a  b http://a.example  c\n\n> "d\n\n> "e" f\n\n- g  h\n';
  expect(inText(body).map((hint) => hint.split(" ")[0])).toEqual(["8:2", "8:6", "8:22", "14:4"]);
});

test("what is no prose gives none", () => {
  expect(inText('~~~~\na  b "\n```\n~~~\nc  d\n~~~~\n\ne\n')).toEqual([]);
  expect(
    inText('[c](/marken/ "d  e") und https://f.example/"g\n\n<!-- pagebreak: a  b -->\n\nc\n'),
  ).toEqual([]);
});

test("a quotation over several paragraphs opens at each, and at no other", () => {
  const places = (body: string) => inText(body).map((hint) => hint.split(" ")[0]);
  expect(places('"a.\n\n"b.\n\n"c."\n')).toEqual([]);
  expect(places('> "a.\n\n> "b."\n')).toEqual([]);
  expect(places('"a.\n\nb.\n')).toEqual(["8:1"]);
  expect(places('a "b.\n\n"c."\n')).toEqual(["8:3"]);
  expect(places('a\nb "c\n')).toEqual(["9:3"]);
});

test("bios and pages are looked at as well, but for their length", () => {
  const long = "Wort ".repeat(1600).trim();
  const found = hints({
    "authors/bert-zander.md": `---\nname: Bert Zander\n---\n\na  b\n\n${long}\n`,
    "pages/impressum.md": `---\ntitle: Impressum\n---\n\n${long}  c\n`,
  });
  expect(found).toEqual([
    "authors/bert-zander.md:5:2 mehrere Leerzeichen hintereinander",
    expect.stringMatching(/^pages\/impressum.md:5:8000 /u),
  ]);
});

test("an article of 1,500 words is none too long", () => {
  expect(inText(`${"Wort ".repeat(1500).trim()}\n`)).toEqual([]);
  expect(inText(`\n\n${"Wort ".repeat(1501).trim()}\n`)).toEqual([
    "10:1 ein Artikel von 1501 Wörtern auf einer einzigen Seite",
  ]);
});
