import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { article, fixture, linesWith } from "./broken.ts";
import type { Changes } from "./broken.ts";

const png = readFileSync(join(fixture, "articles/2012/waage.png"));
const slug = "lower-case letters a to z, digits and single hyphens between them";
const beside = "a file beside the text";
const illustrated = (image: string) => article({ image, imageAlt: "Eine Waage" });
const bio = (fields: string, text = "") => `---\n${fields}\n---\n\n${text}`;

const cases: [name: string, changes: Changes, ...mistakes: string[]][] = [
  [
    "an umlaut in a file's name",
    { "articles/die-tür.md": article() },
    `articles/die-tür.md:1:1 the file's name "die-tür" cannot stand in an address; expected ${slug}; did you mean "die-tuer"?`,
  ],
  [
    "a capital letter in a file's name",
    { "authors/Eva-Klein.md": bio("name: Eva Klein") },
    `authors/Eva-Klein.md:1:1 the file's name "Eva-Klein" cannot stand in an address; expected ${slug}; did you mean "eva-klein"?`,
  ],
  [
    "a space in a file's name",
    { "pages/Über uns.md": bio("title: Über uns", "Wir.") },
    `pages/Über uns.md:1:1 the file's name "Über uns" cannot stand in an address; expected ${slug}; did you mean "ueber-uns"?`,
  ],
  ...["seite", "alles", "autoren", "themen", "archiv", "suche", "bilder", "feed", "2012"].map(
    (word): [string, Changes, string] => [
      `a page called ${word}`,
      { [`pages/${word}.md`]: bio("title: Seite", "Text.") },
      `pages/${word}.md:1:1 the file's name "${word}" is one of the magazine's own addresses; expected another name`,
    ],
  ),
  [
    "an English reserved word in an English magazine",
    {
      "magazine.yaml": (source) => source.replace("language: de", "language: en"),
      "columns/archive.md": bio("name: Archive\ndescription: Old things"),
    },
    `columns/archive.md:1:1 the file's name "archive" is one of the magazine's own addresses; expected another name`,
  ],
  [
    "a second article of the same id",
    { "articles/2013/entwurf.md": article() },
    'articles/entwurf.md:1:1 the id "entwurf" is already taken at articles/2013/entwurf.md:1:1; expected another file name, or an id of its own',
  ],
  [
    "an id that another article has",
    { "articles/zweiter-tag.md": article({ id: "der-stille-tag" }) },
    'articles/zweiter-tag.md:6:5 the id "der-stille-tag" is already taken at articles/stiller-tag.md:2:5; expected another file name, or an id of its own',
  ],
  [
    "a second article of the same name in one column",
    { "articles/2013/zukunft.md": article({ id: "zukunft-2013" }) },
    'articles/zukunft.md:1:1 the name "zukunft" in the column "marken" is already taken at articles/2013/zukunft.md:1:1; expected another file name',
  ],
  [
    "a folder that nobody reads",
    { "article/probe.md": article() },
    'article/probe.md:1:1 no part of the magazine is read from here; expected a file.md in articles, authors, columns or pages; did you mean "articles"?',
  ],
  [
    "an author in a folder of the authors' folder",
    { "authors/gaeste/eva-klein.md": bio("name: Eva Klein") },
    "authors/gaeste/eva-klein.md:1:1 no part of the magazine is read from here; expected a file.md in articles, authors, columns or pages",
  ],
  [
    "another ending of a Markdown file",
    { "articles/probe.markdown": article() },
    "articles/probe.markdown:1:1 no part of the magazine is read from here; expected a file.md in articles, authors, columns or pages",
  ],

  [
    "an image that does not exist",
    { "articles/probe.md": illustrated("2012/wage.png") },
    'articles/probe.md:6:8 the image "2012/wage.png" does not exist; expected a file content/articles/2012/wage.png; did you mean "2012/waage.png"?',
  ],
  [
    "an image in other letters than its file",
    { "articles/probe.md": illustrated("2012/Waage.png") },
    'articles/probe.md:6:8 the image "2012/Waage.png" does not exist; expected a file content/articles/2012/Waage.png; did you mean "2012/waage.png"?',
  ],
  [
    "an image beside another text",
    { "articles/probe.md": illustrated("waage.png") },
    'articles/probe.md:6:8 the image "waage.png" does not exist; expected a file content/articles/waage.png; did you mean "2012/waage.png"?',
  ],
  [
    "an image in a format that is not printed",
    { "articles/probe.md": illustrated("waage.tiff"), "articles/waage.tiff": "II*" },
    'articles/probe.md:6:8 the image "waage.tiff" has no format that is printed; expected svg, jpg, png, webp, avif or gif',
  ],
  [
    "an image outside the content folder",
    { "articles/probe.md": illustrated("../../waage.png") },
    `articles/probe.md:6:8 the image "../../waage.png" is outside the content folder; expected ${beside}`,
  ],
  [
    "an image on another site",
    { "articles/probe.md": illustrated("https://bilder.example/waage.png") },
    `articles/probe.md:6:8 the image "https://bilder.example/waage.png" is not a file of the magazine; expected ${beside}`,
  ],
  [
    "an image by its address",
    { "articles/probe.md": illustrated("/waage.png") },
    `articles/probe.md:6:8 the image "/waage.png" is not a file of the magazine; expected ${beside}`,
  ],
  [
    "an image that is none",
    { "articles/probe.md": illustrated("waage.png"), "articles/waage.png": "Waage" },
    "articles/probe.md:6:8 the file articles/waage.png cannot be read as an image; expected an image in the format png",
  ],
  [
    "an image of another format than its name says",
    { "articles/probe.md": illustrated("waage.jpg"), "articles/waage.jpg": png },
    "articles/probe.md:6:8 the file articles/waage.jpg holds png; expected an image in the format jpg",
  ],
  [
    "an image that ends too early",
    { "articles/probe.md": illustrated("waage.png"), "articles/waage.png": png.subarray(0, 18) },
    "articles/probe.md:6:8 the file articles/waage.png cannot be read as an image; expected an image in the format png",
  ],
  [
    "an SVG without a size",
    { "authors/anna-oestreich.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>' },
    "authors/anna-oestreich.svg:1:1 the picture does not say how large it is; expected an SVG with width and height, or a viewBox",
  ],
  [
    "an image without words for those who cannot see it",
    { "articles/probe.md": article({ image: "2012/waage.png" }) },
    "articles/probe.md:6:1 imageAlt is missing; expected a text for those who cannot see the image",
  ],
  [
    "words for an image that is not there",
    { "articles/probe.md": article({ imageAlt: "Eine Waage", imageCredit: "Redaktion" }) },
    "articles/probe.md:6:1 image is missing; expected an image for imageAlt",
    "articles/probe.md:7:1 image is missing; expected an image for imageCredit",
  ],
  [
    "an image in the text that does not exist",
    { "articles/probe.md": article({}, "Ein Satz.\n\n![Ein Plan](plan.svg)\n") },
    'articles/probe.md:10:1 the image "plan.svg" does not exist; expected a file content/articles/plan.svg',
  ],

  [
    "an author without a name",
    { "authors/eva-klein.md": bio("tagline: Die Neue") },
    "authors/eva-klein.md:1:1 name is missing; expected a text",
  ],
  [
    "an author's field that nobody knows",
    { "authors/eva-klein.md": bio("name: Eva Klein\nportrait: eva.svg\nsortname: Klein") },
    'authors/eva-klein.md:3:11 the image "eva.svg" does not exist; expected a file content/authors/eva.svg',
    'authors/eva-klein.md:4:1 "sortname" is not a field here; expected one of name, sortName, tagline, role, badge, links, portrait, portraitFocus, columnist; did you mean "sortName"?',
  ],
  [
    "a badge that is longer than a word beside a name",
    { "authors/eva-klein.md": bio(`name: Eva Klein\nbadge: ${"Autorin ".repeat(4)}hier`) },
    'authors/eva-klein.md:3:8 badge is "Autorin Autorin Autorin Autorin hier"; expected a word of at most 30 characters, such as Autorin, or the field left out',
  ],
  [
    "a link without an address",
    { "authors/eva-klein.md": bio("name: Eva Klein\nlinks:\n  - title: Seite") },
    "authors/eva-klein.md:4:5 links.url is missing; expected an address that begins with https://, http://, mailto: or /",
  ],
  [
    "a link of an author that is no address",
    {
      "authors/eva-klein.md": bio("name: Eva Klein\nlinks:\n  - { title: Seite, url: http://eva }"),
    },
    'authors/eva-klein.md:4:26 links.url is "http://eva"; expected the name of a host behind the //, such as https://www.example.org/',
  ],
  [
    "a page break in a bio",
    { "authors/eva-klein.md": bio("name: Eva Klein", "Eva\n\n<!-- pagebreak -->\n\nKlein\n") },
    "authors/eva-klein.md:7:1 here is a page break; expected page breaks in articles only",
  ],
  [
    "a column without a description",
    { "columns/marken.md": bio("name: Marken") },
    "columns/marken.md:1:1 description is missing; expected a text",
  ],
  [
    "a column with a text",
    { "columns/marken.md": bio("name: Marken\ndescription: Über Marken", "Text.\n") },
    "columns/marken.md:6:1 a text that nobody would see; expected the column's words in its description, and nothing after the front matter",
  ],
  [
    "a page without a text",
    { "pages/impressum.md": bio("title: Impressum") },
    "pages/impressum.md:4:1 the text is missing; expected Markdown after the front matter",
  ],
  [
    "a page without a title",
    { "pages/impressum.md": bio("titel: Impressum", "Text.") },
    "pages/impressum.md:1:1 title is missing; expected a text",
    'pages/impressum.md:2:1 "titel" is not a field here; expected one of title, description; did you mean "title"?',
  ],
];
test.each(cases)("%s is a mistake", (_, changes, ...mistakes) => {
  expect(linesWith(changes)).toEqual(mistakes);
});

test("a reference to a file with mistakes is no mistake of its own", () => {
  expect(linesWith({ "authors/bert-zander.md": "---\nnome: Bert\n---\n" })).toEqual([
    "authors/bert-zander.md:1:1 name is missing; expected a text",
    'authors/bert-zander.md:2:1 "nome" is not a field here; expected one of name, sortName, tagline, role, badge, links, portrait, portraitFocus, columnist; did you mean "name"?',
  ]);
});

test("an author who is gone is a mistake in each of the author's articles", () => {
  const lines = linesWith({ "authors/bert-zander.md": null });
  expect(lines.map((line) => line.replace(/;.*/, ""))).toEqual([
    'articles/der-letzte-prospekt.md:5:9 author "bert-zander" is not in content/authors',
    'articles/entwurf.md:5:9 author "bert-zander" is not in content/authors',
  ]);
});
