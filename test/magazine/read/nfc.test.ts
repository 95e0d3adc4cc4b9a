import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { printPage } from "../../../layouts/print.ts";
import { originalAddress } from "../../../magazine/pictures.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { buildAssets } from "../../../scripts/build/assets.ts";
import { printedImages } from "../../../scripts/build/images.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { article, articleMistakes, linesWith, magazineWith, withChanges } from "./broken.ts";

const nfd = (text: string) => text.normalize("NFD");
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>';
const image = (src: string) =>
  article({ image: src, imageAlt: "Käse" }, `Ein Satz.\n\n![Käse](${src})\n`);

test.each([
  ["on the disk, as from a Mac", nfd("käse.svg"), "käse.svg"],
  ["in the text", "käse.svg", nfd("käse.svg")],
  ["in both", nfd("käse.svg"), nfd("käse.svg")],
  ["in the name of a folder", nfd("größe/käse.svg"), "größe/käse.svg"],
])("a picture is found when letters and marks stand apart %s", (_, file, src) => {
  const changes = { [`articles/${file}`]: svg, "articles/probe.md": image(src) };
  withChanges(changes, (folder) => {
    const magazine = readMagazine(folder);
    const probe = magazine.articles.find(({ id }) => id === "probe");
    const address = probe?.image && originalAddress(probe.image);
    expect(address).toMatch(/^\/bilder\/kaese\.[0-9a-f]{8}\.svg$/);
    expect(Object.keys(probe?.text.images ?? {})).toEqual([src.normalize("NFC")]);
    // They are opened by the names that the disk has.
    const printed = new Map(printedImages(magazine)).get(address ?? "") ?? "";
    expect(readFileSync(join(folder, printed), "utf8")).toBe(svg);
  });
});

test("an escaped address of a picture may be in either form", () => {
  for (const src of ["k%C3%A4se.svg", "ka%CC%88se.svg"]) {
    const body = `Ein Satz.\n\n![Käse](${src})\n`;
    const changes = { "articles/käse.svg": svg, "articles/probe.md": article({}, body) };
    expect(linesWith(changes)).toEqual([]);
  }
});

test("a portrait is found", () => {
  const bio = (source: string) => source.replace(/portrait: .*/, "portrait: östreich.svg");
  const changes = { [nfd("authors/östreich.svg")]: svg, "authors/anna-oestreich.md": bio };
  expect(linesWith(changes)).toEqual([]);
});

test("two files whose names only differ in that are a mistake", () => {
  const changes = { "articles/käse.svg": svg, [nfd("articles/käse.svg")]: svg };
  expect(linesWith(changes)).toEqual([
    'articles/käse.svg:1:1 two files are called "articles/käse.svg", in letters that are put together in two ways (NFC and NFD); expected one of them, or another name',
  ]);
});

test("what is written apart is printed put together", async () => {
  const source = nfd(
    article(
      { title: "Müßiggänger", standfirst: "Größe", topics: "[Fürsorge]" },
      "Ein Käse.\n\n## Über uns\n\n[Dort](#ueber-uns) „Käse“ `Käse`[^1]\n\n[^1]: Käse\n",
    ),
  );
  const magazine = magazineWith({ "articles/probe.md": source });
  const { assets } = await buildAssets(magazine.language);
  const pages = pagesOf(magazine).filter(({ path }) => path.includes("/probe/"));
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    const printed = printPage(page, assets);
    expect(printed).toContain("Müßiggänger");
    expect(printed).toBe(printed.normalize("NFC"));
  }
});

test("one topic in both forms is one topic", () => {
  const changes = {
    "articles/a.md": article({ topics: "[Käse]" }),
    "articles/b.md": article({ topics: nfd("[Käse]") }),
  };
  expect(linesWith(changes)).toEqual([]);
  expect(articleMistakes({ topics: `[Käse, ${nfd("Käse")}]` })).toEqual([
    '6:16 an entry of topics is "Käse"; expected each entry once',
  ]);
});

test("a reference to a file whose name is refused is no mistake of its own", () => {
  const [mistake, ...more] = linesWith({
    [nfd("authors/jörg.md")]: "---\nname: Jörg\n---\n",
    "articles/probe.md": article({ author: "jörg" }),
  });
  expect(mistake).toContain(`the file's name "jörg" cannot stand in an address`);
  expect(more).toEqual([]);
});

test("a mistake behind such letters stands where the editor sees it", () => {
  const line = "Käse über Äpfel 한국 e\u0301\u0323 <b>\n";
  for (const written of [line.normalize("NFC"), nfd(line)]) {
    const column = written.indexOf("<") + 1;
    expect(articleMistakes({}, written)).toEqual([
      `8:${column} the HTML "<b>"; expected Markdown; HTML may stand in code only`,
    ]);
  }
});
