import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { printMistake } from "../../../magazine/read/mistakes.ts";
import {
  article,
  fixture,
  linesWith,
  magazineWith,
  mistakesIn,
  withChanges,
  withoutArticles,
} from "./broken.ts";

const ascii = (text: string) => Buffer.from(text, "latin1");
const bytes = (...values: number[]) => Buffer.from(values);

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}

/** The smallest JPEG that says how large it is (in its SOF0) and how it lies (in its EXIF). */
function jpeg(width: number, height: number, orientation: number): Buffer {
  const tiff = Buffer.concat([
    ascii("MM\0*"),
    uint32(8),
    bytes(0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0),
    uint32(0),
  ]);
  const exif = Buffer.concat([ascii("Exif\0\0"), tiff]);
  return Buffer.concat([
    bytes(0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2),
    exif,
    bytes(0xff, 0xc0, 0, 17, 8, 0, height, 0, width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1),
    bytes(0xff, 0xd9),
  ]);
}

function gif(width: number, height: number): Buffer {
  return Buffer.concat([ascii("GIF89a"), bytes(width, 0, height, 0, 0, 0, 0, 0x3b)]);
}

function webp(width: number, height: number): Buffer {
  const size = bytes(width - 1, 0, 0, height - 1, 0, 0);
  const chunk = Buffer.concat([ascii("VP8X"), bytes(10, 0, 0, 0), bytes(0, 0, 0, 0), size]);
  return Buffer.concat([ascii("RIFF"), bytes(22, 0, 0, 0), ascii("WEBP"), chunk]);
}

function box(name: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  return Buffer.concat([uint32(inside.length + 8), ascii(name), inside]);
}

function avif(width: number, height: number): Buffer {
  const size = box("ispe", uint32(0), uint32(width), uint32(height));
  return Buffer.concat([
    box("ftyp", ascii("avif"), uint32(0), ascii("avifmif1")),
    box("meta", uint32(0), box("iprp", box("ipco", size))),
  ]);
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>';

test.each<[file: string, content: string | Buffer, kind: string]>([
  ["foto.jpg", jpeg(30, 20, 1), "photo"],
  ["foto.jpeg", jpeg(30, 20, 1), "photo"],
  ["FOTO.JPG", jpeg(30, 20, 1), "photo"],
  ["foto.gif", gif(30, 20), "asItIs"],
  ["foto.webp", webp(30, 20), "photo"],
  ["foto.avif", avif(30, 20), "photo"],
  ["foto.svg", svg, "asItIs"],
])("%s is read with its size and kind", (file, content, kind) => {
  const image = imageOf(file, content);
  const hash = createHash("sha256").update(content).digest("hex");
  const name = "/bilder/foto";
  expect(image).toMatchObject({
    file: `articles/${file}`,
    name,
    hash,
    kind,
    width: 30,
    height: 20,
  });
});

test("a photograph that lies on its side is as wide as it is shown", () => {
  expect(imageOf("foto.jpg", jpeg(30, 20, 3))).toMatchObject({ width: 30, height: 20 });
  expect(imageOf("foto.jpg", jpeg(30, 20, 6))).toMatchObject({ width: 20, height: 30 });
  expect(imageOf("foto.jpg", jpeg(30, 20, 8))).toMatchObject({ width: 20, height: 30 });
});

test("an image may stand in another folder of the content", () => {
  const magazine = magazineWith({
    "bilder/foto.svg": svg,
    "articles/2012/probe.md": article({ image: "../../bilder/foto.svg", imageAlt: "Ein Foto" }),
  });
  const probe = magazine.articles.find(({ id }) => id === "probe");
  expect(probe?.image?.file).toBe("bilder/foto.svg");
});

test("an image in the text may have a space in its name", () => {
  const magazine = magazineWith({
    "articles/das foto.svg": svg,
    "articles/probe.md": article({}, "Ein Satz.\n\n![Ein Foto](das%20foto.svg)\n"),
  });
  const probe = magazine.articles.find(({ id }) => id === "probe");
  expect(probe?.text.images).toMatchObject({ "das foto.svg": { file: "articles/das foto.svg" } });
});

const waage = readFileSync(join(fixture, "articles/2012/waage.png"));

/** A PNG of one chunk more: its size stands behind the first chunk's name. */
function png(width: number, height: number): Buffer {
  const claimed = Buffer.from(waage);
  claimed.writeUInt32BE(width, 16);
  claimed.writeUInt32BE(height, 20);
  return claimed;
}

const bounds = "sides from 1 to 65535 pixels, and no more than 40 megapixels";

test.each<[file: string, content: Buffer, size: string]>([
  ["foto.png", png(4_294_967_295, 4_294_967_295), "4294967295 × 4294967295"],
  ["foto.png", png(1, 4_294_967_295), "1 × 4294967295"],
  ["foto.png", png(8000, 5001), "8000 × 5001"],
  ["foto.png", png(0, 20), "0 × 20"],
  ["foto.gif", gif(0, 20), "0 × 20"],
  ["foto.jpg", jpeg(30, 0, 1), "30 × 0"],
  ["foto.avif", avif(70_000, 20), "70000 × 20"],
])("%s is refused with a size that no page can show", (file, content, size) => {
  expect(linesOf(file, content)).toEqual([
    `articles/probe.md:6:8 the file articles/${file} says that it is ${size} pixels large; expected ${bounds}`,
  ]);
});

test.each<[file: string, content: Buffer]>([
  ["foto.png", waage],
  ["foto.jpg", jpeg(30, 20, 1)],
  ["foto.gif", gif(30, 20)],
  ["foto.webp", webp(30, 20)],
  ["foto.avif", avif(30, 20)],
  ["foto.svg", Buffer.from(svg)],
])("%s is refused wherever it was cut off", (file, content) => {
  const probe = { "articles/probe.md": article({ image: file, imageAlt: "Ein Foto" }) };
  withChanges({ ...withoutArticles, ...probe }, (folder) => {
    const told = (length: number) => {
      writeFileSync(join(folder, "articles", file), content.subarray(0, length));
      return mistakesIn(folder).map(printMistake);
    };
    expect(told(content.length)).toEqual([]);
    for (let length = 0; length < content.length; length += 1) {
      expect(told(length)).toEqual([
        expect.stringMatching(
          /(?:cannot be read as an image|ends too early|holds|not well-formed)/,
        ),
      ]);
    }
  });
});

test("what stands behind a picture's end does not matter", () => {
  const behind = Buffer.from("Kamera 7");
  expect(linesOf("foto.png", Buffer.concat([waage, behind]))).toEqual([]);
  expect(linesOf("foto.jpg", Buffer.concat([jpeg(30, 20, 1), behind]))).toEqual([]);
});

test("the data of a photograph may hold its own signs", () => {
  const [start, end] = [jpeg(30, 20, 1).subarray(0, -2), bytes(0xff, 0xd9)];
  const scan = bytes(0xff, 0xda, 0, 3, 1, 0xff, 0x00, 0xd9, 0xff, 0xd0, 7, 0xff, 0xff);
  expect(linesOf("foto.jpg", Buffer.concat([start, scan, end]))).toEqual([]);
  expect(linesOf("foto.jpg", Buffer.concat([start, scan]))).toHaveLength(1);
});

function linesOf(file: string, content: Buffer): string[] {
  return linesWith({
    [`articles/${file}`]: content,
    "articles/probe.md": article({ image: file, imageAlt: "Ein Foto" }),
  });
}

function imageOf(file: string, content: string | Buffer) {
  const magazine = magazineWith({
    [`articles/${file}`]: content,
    "articles/probe.md": article({ image: file, imageAlt: "Ein Foto" }),
  });
  return magazine.articles.find(({ id }) => id === "probe")?.image;
}
