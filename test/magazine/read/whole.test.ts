import sharp from "sharp";
import { expect, test } from "vitest";
import { isWhole } from "../../../magazine/read/whole.ts";

const ascii = (text: string) => Buffer.from(text, "latin1");
const bytes = (...values: number[]) => Buffer.from(values);
const uint32 = (value: number) => bytes(value >>> 24, value >> 16, value >> 8, value);

/** Where a file is taken to be whole, when only so many of its bytes are there. */
const wholeAt = (content: Uint8Array, type: string) =>
  Array.from({ length: content.length + 1 }, (_, length) => length).filter((length) =>
    isWhole(content.subarray(0, length), type),
  );

/** Two squares that take turns, with a table of colours for each and a word on whose they are. */
const screen = bytes(2, 0, 2, 0, 0x80, 0, 0);
const twoColours = bytes(0, 0, 0, 255, 255, 255);
const said = bytes(0x21, 0xfe, 3, 0x3b, 0x2c, 0x21, 2, 7, 0, 0);
const square = (...table: number[]) =>
  bytes(0x2c, 0, 0, 0, 0, 2, 0, 2, 0, table.length === 0 ? 0 : 0x81, ...table, 2, 2, 0x84, 0x51, 0);
const fourColours = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0x3b, 0x3b, 0x3b];

test("a GIF ends with its trailer, whatever its blocks hold", () => {
  const gif = Buffer.concat([
    ascii("GIF89a"),
    screen,
    twoColours,
    said,
    square(),
    square(...fourColours),
    bytes(0x3b),
  ]);
  expect(wholeAt(gif, "gif")).toEqual([gif.length]);
  const behind = Buffer.concat([gif, bytes(0, 1, 2)]);
  expect(isWhole(behind, "gif")).toBe(true);
});

test("a GIF with a block of no kind, or without an end of its own, is none", () => {
  const head = Buffer.concat([ascii("GIF89a"), bytes(2, 0, 2, 0, 0, 0, 0)]);
  expect(isWhole(Buffer.concat([head, bytes(0x3b)]), "gif")).toBe(true);
  expect(isWhole(Buffer.concat([head, bytes(0x2d, 0, 0x3b)]), "gif")).toBe(false);
  expect(isWhole(Buffer.concat([head, square()]), "gif")).toBe(false);
});

test("a GIF that moves, as a program writes it", async () => {
  const pages = Buffer.alloc(8 * 16 * 3, 7).fill(200, 200);
  const moving = sharp(pages, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } });
  const gif = await moving.gif().toBuffer();
  expect(wholeAt(gif, "gif")).toEqual([gif.length]);
});

test("boxes of an AVIF may say their length in eight bytes, or go to the file's end", () => {
  const head = Buffer.concat([uint32(12), ascii("ftyp"), ascii("avif")]);
  const long = Buffer.concat([uint32(1), ascii("mdat"), uint32(0), uint32(20), bytes(1, 2, 3, 4)]);
  const whole = Buffer.concat([head, long]);
  expect(wholeAt(whole, "avif").filter((length) => length >= 20)).toEqual([32]);
  const last = Buffer.concat([head, uint32(0), ascii("mdat"), bytes(1, 2)]);
  expect(isWhole(last, "avif")).toBe(true);
  expect(isWhole(last, "heif")).toBe(true);
  const empty = Buffer.concat([head, uint32(1), ascii("mdat"), uint32(0), uint32(16)]);
  expect(isWhole(empty, "avif")).toBe(true);
});

test("a box shorter than its own head is none", () => {
  const of = (length: number) => Buffer.concat([uint32(length), ascii("free"), bytes(1, 2, 3, 4)]);
  expect([7, 8, 12, 13].map((length) => isWhole(of(length), "avif"))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("a PNG ends with the chunk that says so, each of the others is as long as it says", () => {
  const chunk = (name: string, ...data: number[]) =>
    Buffer.concat([uint32(data.length), ascii(name), bytes(...data), uint32(0)]);
  const png = Buffer.concat([
    bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk("IDAT", ...ascii("0000IEND0000")),
    chunk("IEND"),
  ]);
  expect(wholeAt(png, "png")).toEqual([png.length]);
  expect(isWhole(Buffer.concat([png, bytes(1)]), "png")).toBe(true);
});

test("a JPEG ends with its last marker, not with one in a segment or behind a zero", () => {
  const of = (...values: number[]) => bytes(0xff, 0xd8, ...values);
  const segment = [0xff, 0xe1, 0, 4, 0xff, 0xd9];
  const jpeg = of(...segment, 0xff, 0xda, 0, 2, 7, 0xff, 0x00, 0xd9, 0xff, 0xd7, 0xff, 0xff, 0xd9);
  expect(wholeAt(jpeg, "jpg")).toEqual([jpeg.length]);
  expect(wholeAt(of(0xff, 0x01, 0xff, 0xd8, 0xff, 0xd9), "jpg")).toEqual([8]);
  expect(wholeAt(of(0xff, 0xcf, 0, 2, 0xff, 0xd9), "jpg")).toEqual([8]);
  expect(isWhole(of(0xff, 0xe1), "jpg")).toBe(false);
  expect(isWhole(of(0xff, 0xe1, 0), "jpg")).toBe(false);
});

test("a WebP is as long as it says", () => {
  const webp = Buffer.concat([ascii("RIFF"), bytes(4, 0, 0, 0), ascii("WEBP")]);
  expect(wholeAt(webp, "webp")).toEqual([12]);
  expect(isWhole(Buffer.concat([webp, bytes(0)]), "webp")).toBe(true);
  expect(isWhole(Buffer.concat([ascii("RIFF"), bytes(0, 0, 0, 0)]), "webp")).toBe(true);
});

test("of a format that nobody knows nothing is said", () => {
  expect(isWhole(bytes(), "bmp")).toBe(true);
});
