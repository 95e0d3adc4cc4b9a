import { expect, test } from "vitest";

import type { Article, Magazine } from "../../../magazine/model.ts";
import { originalAddress } from "../../../magazine/pictures.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { MissingMagazine } from "../../../magazine/read/mistakes.ts";
import { article, fixture, linesWith, magazineWith, withChanges } from "./broken.ts";
import { sample } from "../../site.ts";

const small = readMagazine(fixture);

function articleOf(magazine: Magazine, id: string): Article {
  const found = magazine.articles.find((article) => article.id === id);
  if (found === undefined) throw new Error(`no article ${id}`);
  return found;
}

test("magazine.yaml becomes the magazine's own fields", () => {
  expect({ ...small, columns: [], authors: [], articles: [], pages: [] }).toEqual({
    title: "Das Prüfblatt",
    url: "https://pruefblatt.example",
    language: "de",
    locale: "de-DE",
    timeZone: "Europe/Berlin",
    description: "Ein kleines Magazin, an dem das Drucken geprüft wird.",
    preview: false,
    next: null,
    perPage: 2,
    comments: { service: "https://kommentare.pruefblatt.example" },
    share: ["x", "facebook", "email"],
    services: [
      { title: "Jahrbuch", url: "https://laden.pruefblatt.example/jahrbuch" },
      { title: "Kontakt", url: "mailto:redaktion@pruefblatt.example" },
    ],
    publisher: {
      name: "Verlag Prüfblatt",
      address: "Musterweg 1, 10115 Berlin",
      responsible: "Anna Östreich",
      email: "redaktion@pruefblatt.example",
    },
    columns: [],
    authors: [],
    articles: [],
    pages: [],
  });
});

test("what magazine.yaml leaves out has its default", () => {
  const { perPage, comments, share, services } = magazineWith({
    "magazine.yaml": (source) =>
      source
        .replace("perPage: 2\n", "")
        .replace(/comments:\n.*\n/, "")
        .replace(/share:.*\n/, "")
        .replace(/services:\n(?: .*\n)*/, ""),
  });
  expect({ perPage, comments, share, services }).toEqual({
    perPage: 10,
    comments: null,
    share: [],
    services: [],
  });
});

test("an article has all its fields, and its references are resolved", () => {
  const { text, column, authors, image, ...fields } = articleOf(small, "zwei-abteilungen");
  expect(fields).toEqual({
    file: "articles/2012/zwei-abteilungen.md",
    id: "zwei-abteilungen",
    slug: "zwei-abteilungen",
    title: "Zwei Abteilungen, ein Büro",
    standfirst: "Warum der Vertrieb auszog und das Marketing die Pflanzen behielt.",
    topics: ["Vertrieb", "Marketing"],
    date: "2012-10-19T09:00:00+02:00",
    updated: "2012-10-22T14:30:00+02:00",
    corrections: [
      {
        date: "2012-10-22T00:00:00+02:00",
        text: "In einer früheren Fassung hatte das Büro drei Fenster.",
      },
    ],
    changes: [
      {
        field: "updated",
        written: "2012-10-22 14:30",
        time: "2012-10-22T14:30:00+02:00",
        line: 11,
        column: 10,
      },
      {
        field: "corrections.date",
        written: "2012-10-22",
        time: "2012-10-22T00:00:00+02:00",
        line: 13,
        column: 11,
      },
    ],
    aliases: [{ path: "/2012/10/zwei-abteilungen.html", line: 15, column: 11 }],
    comments: "open",
    commentsClose: null,
    series: null,
    featured: false,
    draft: false,
    expires: null,
    mark: null,
    isNews: false,
  });
  expect(small.columns).toContain(column);
  expect(authors).toEqual([small.authors.find((author) => author.slug === "clemens-von-luetzow")]);
  expect(image).toEqual({
    file: "articles/2012/waage.png",
    name: "/bilder/waage",
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    width: 8,
    height: 6,
    kind: "drawing",
    focus: { x: 50, y: 50 },
    alt: "Eine Waage, auf der zwei Aktenordner liegen.",
    caption: null,
    credit: "Zeichnung der Redaktion",
  });
  expect(text.parts).toEqual([{ title: null }, { title: "Der Auszug" }]);
  expect(text.words).toBeGreaterThan(40);
  expect(text.images).toEqual({
    "grundriss.svg": {
      file: "articles/2012/grundriss.svg",
      name: "/bilder/grundriss",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      width: 320,
      height: 200,
      kind: "asItIs",
      focus: { x: 50, y: 50 },
    },
  });
});

test("an article has one default for each field that it leaves out", () => {
  const read = articleOf(magazineWith({ "articles/probe.md": article() }), "probe");
  expect(read).toMatchObject({
    id: "probe",
    slug: "probe",
    standfirst: null,
    topics: [],
    date: "2012-12-01T00:00:00+01:00",
    updated: null,
    corrections: [],
    aliases: [],
    comments: "open",
    commentsClose: null,
    draft: false,
    expires: null,
    image: null,
    mark: null,
    isNews: false,
  });
});

test("an author has portrait, links and a place in the box unless the file says otherwise", () => {
  const [, anna, bert] = small.authors;
  expect(anna).toMatchObject({
    file: "authors/anna-oestreich.md",
    tagline: "Die Markenkennerin",
    role: "Beraterin in Kiel",
    links: [{ title: "Eigene Seite", url: "https://oestreich.example" }],
    portrait: { file: "authors/anna-oestreich.svg", width: 96, height: 96 },
    columnist: true,
  });
  expect(bert).toMatchObject({
    tagline: null,
    role: null,
    links: [],
    portrait: null,
    columnist: false,
  });
});

test("an author whom nobody needs and a column without articles are no mistakes", () => {
  const magazine = magazineWith({
    "authors/eva-klein.md": "---\nname: Eva Klein\n---\n",
    "columns/leer.md": "---\nname: Leer\ndescription: Noch nichts\n---\n",
  });
  expect(magazine.authors).toHaveLength(4);
  expect(magazine.columns).toHaveLength(3);
});

test("hidden files, files beside magazine.yaml and other files are left alone", () => {
  const lines = linesWith({
    "README.md": "Für die Redaktion",
    "articles/.entwurf.md": "kein Artikel",
    "articles/notiz.txt": "kein Artikel",
    ".git/articles/x.md": "kein Artikel",
  });
  expect(lines).toEqual([]);
});

test("Windows line ends and a byte order mark give the same magazine", () => {
  const windows = (source: string) => `\uFEFF${source.replaceAll("\n", "\r\n")}`;
  const changes = Object.fromEntries(
    ["magazine.yaml", "articles/2012/drei-fragen.md", "authors/anna-oestreich.md"].map((file) => [
      file,
      windows,
    ]),
  );
  expect(magazineWith(changes)).toEqual(small);
});

test("an image's address follows its bytes and its name, and is fit for an address", () => {
  const addressOf = (file: string, bytes: string) => {
    const magazine = magazineWith({
      [`articles/${file}`]: bytes,
      "articles/probe.md": article({ image: `"${file}"`, imageAlt: "Ein Bild" }),
    });
    const { image } = articleOf(magazine, "probe");
    return image && originalAddress(image);
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"/>';
  const address = addressOf("Große Waage.svg", svg);
  expect(address).toMatch(/^\/bilder\/grosse-waage\.[0-9a-f]{8}\.svg$/);
  expect(addressOf("Große Waage.svg", svg)).toBe(address);
  expect(addressOf("Große Waage.svg", `${svg}\n`)).not.toBe(address);
});

test("an English magazine prints its images at an English address", () => {
  const magazine = magazineWith({
    "magazine.yaml": (source) => source.replace("language: de", "language: en"),
  });
  expect(articleOf(magazine, "zwei-abteilungen").image?.name).toBe("/images/waage");
});

test("a missing folder and a folder without magazine.yaml say so in one line", () => {
  expect(() => readMagazine("no/such/folder")).toThrow(
    new MissingMagazine('There is no folder "no/such/folder" to read the magazine from.'),
  );
  withChanges({ "magazine.yaml": null }, (folder) => {
    expect(() => readMagazine(folder)).toThrow(MissingMagazine);
    expect(() => readMagazine(folder)).toThrow(/^There is no magazine\.yaml in the folder ".*"/);
  });
});

test("the magazine that Kolumne brings along has no mistakes", () => {
  expect(readMagazine(sample).articles.length).toBeGreaterThanOrEqual(8);
});
