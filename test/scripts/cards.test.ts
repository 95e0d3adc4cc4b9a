import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cardAddress, cardOf } from "../../magazine/pages/cards.ts";
import type { Card } from "../../magazine/pages/cards.ts";
import type { Image } from "../../magazine/model.ts";
import { drawCard } from "../../scripts/build/card.ts";
import { magazineWith, article } from "../magazine/read/broken.ts";
import { photo } from "../photo.ts";
import { temporaryFolder } from "./run.ts";

const picture: Image = {
  file: "tor.jpg",
  name: "/bilder/tor",
  hash: "0".repeat(64),
  width: 1260,
  height: 630,
  kind: "photo",
  focus: { x: 100, y: 50 },
};
const card: Card = {
  column: "Vertrieb",
  title: "Elf Türen",
  authors: "Anna Östreich",
  tagline: "Die Türöffnerin",
  portrait: null,
  magazine: "Prüfblatt",
  date: "19.10.2026",
  image: null,
};

async function folderWithPicture(): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "tor.jpg"), await photo(1260, 630));
  return folder;
}

/** Of a part of a picture: its mean colour, each channel in eighths, and whether it is of one colour. */
async function part(bytes: Buffer, left: number, top: number, width: number, height: number) {
  const cut = await sharp(bytes).extract({ left, top, width, height }).toBuffer();
  const { channels } = await sharp(cut).stats();
  return {
    colour: channels.map(({ mean }) => Math.round(mean / 32)).join(" "),
    isFlat: channels.every(({ stdev }) => stdev < 2),
  };
}

const [paper, green, white] = ["8 8 8", "0 8 0", "8 8 8"];

test("it is 1200 × 630, the same bytes for the same words, and has the article's picture right, cut about its focus", async () => {
  const folder = await folderWithPicture();
  const shown = { ...card, image: picture };
  const bytes = await drawCard(shown, folder);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
  expect((await drawCard(shown, folder)).equals(bytes)).toBe(true);
  // The right half of the photograph is green above and white below.
  expect(await part(bytes, 760, 20, 420, 250)).toEqual({ colour: green, isFlat: true });
  expect(await part(bytes, 760, 350, 420, 250)).toEqual({ colour: white, isFlat: true });
  // Words left, also with letters that are in no latin font's first part.
  expect((await part(bytes, 60, 104, 596, 80)).isFlat).toBe(false);
  expect(
    (await part(await drawCard({ ...card, title: "Őčžł" }, folder), 60, 104, 596, 80)).isFlat,
  ).toBe(false);
});

test("without a picture the author's portrait stands there large, with one small beside the name, without both the words have the room", async () => {
  const folder = await folderWithPicture();
  const large = await drawCard({ ...card, portrait: picture }, folder);
  expect(await part(large, 760, 20, 420, 250)).toEqual({ colour: green, isFlat: true });
  const small = await drawCard({ ...card, image: picture, portrait: picture }, folder);
  expect(await part(small, 115, 405, 20, 20)).toEqual({ colour: green, isFlat: true });
  // Round: its corner is paper.
  expect(await part(small, 60, 394, 8, 8)).toMatchObject({ colour: paper });
  const none = await drawCard(card, folder);
  expect(await part(none, 1145, 0, 55, 630)).toEqual({ colour: paper, isFlat: true });
});

test.each([
  "Warum zwei Abteilungen ein Büro brauchen, und was daraus wurde, als sie es bekamen, in zwei Teilen",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
  "Ein Wort ".repeat(60),
])(
  "however long the headline, it stays above the author and left of the picture: %s",
  async (title) => {
    const bytes = await drawCard({ ...card, title, image: picture }, await folderWithPicture());
    expect((await part(bytes, 60, 110, 596, 60)).isFlat).toBe(false);
    expect(await part(bytes, 60, 374, 596, 18)).toEqual({ colour: paper, isFlat: true });
    expect(await part(bytes, 660, 0, 36, 630)).toEqual({ colour: paper, isFlat: true });
  },
);

test("its address changes with what stands on it, and with nothing else", () => {
  const of = (fields: Record<string, string>, body?: string) => {
    const magazine = magazineWith({ "articles/probe.md": article(fields, body) });
    const probe = magazine.articles.find(({ id }) => id === "probe");
    return probe && cardAddress(cardOf(magazine, probe), probe.slug, "/bilder/");
  };
  const one = of({});
  expect(one).toMatch(/^\/bilder\/probe-share\.[0-9a-f]{8}\.jpg$/u);
  expect(of({ standfirst: "Neu." }, "Ein anderer Satz.\n")).toBe(one);
  const others = [
    of({ title: "Anders" }),
    of({ date: "2012-12-02" }),
    of({ author: "anna-oestreich" }),
  ];
  expect(new Set([one, ...others]).size).toBe(4);
});

test("of several authors all names stand on it", () => {
  const two = { author: null, authors: "[anna-oestreich, bert-zander]" } as unknown as Record<
    string,
    string
  >;
  const magazine = magazineWith({ "articles/probe.md": article(two) });
  const probe = magazine.articles.find(({ id }) => id === "probe");
  expect(probe && cardOf(magazine, probe)).toMatchObject({
    authors: "Anna Östreich und Bert Zander",
    tagline: null,
    portrait: null,
  });
});
