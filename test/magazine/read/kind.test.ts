import sharp from "sharp";
import { expect, test } from "vitest";
import { kindOf } from "../../../magazine/read/kind.ts";

/** Noise, as a photograph has it, in as many channels as asked: no PNG makes it small. */
function noise(channels: 3 | 4) {
  let state = 7;
  const data = Uint8Array.from({ length: 64 * 48 * channels }, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return (state >>> 16) & 0xff;
  });
  return sharp(data, { raw: { width: 64, height: 48, channels } });
}

const flat = (alpha: number) =>
  sharp({
    create: { width: 64, height: 48, channels: 4, background: { r: 9, g: 9, b: 9, alpha } },
  });

const frames = sharp(Buffer.alloc(8 * 16 * 3, 7).fill(200, 200), {
  raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
});

test.each([
  ["photo", "jpg", () => noise(3).jpeg()],
  ["photo", "png", () => noise(3).png()],
  ["cutout", "png", () => noise(4).png()],
  ["drawing", "png", () => flat(1).png()],
  ["drawing", "png", () => flat(0.5).png({ palette: true })],
  ["photo", "webp", () => noise(3).webp()],
  ["cutout", "webp", () => noise(4).webp()],
  ["photo", "webp", () => noise(3).webp({ lossless: true })],
  ["cutout", "webp", () => noise(4).webp({ lossless: true })],
  ["drawing", "webp", () => flat(1).webp({ lossless: true })],
  ["asItIs", "webp", () => frames.webp()],
  ["asItIs", "gif", () => flat(1).gif()],
  ["photo", "avif", () => noise(3).avif({ effort: 0 })],
  ["cutout", "avif", () => noise(4).avif({ effort: 0 })],
] as const)("%s: a %s (%#)", async (kind, type, draw) => {
  expect(kindOf(await draw().toBuffer(), type, 64 * 48)).toBe(kind);
});

test("a PNG that moves says so in a chunk of its own", async () => {
  const still = await noise(3).png().toBuffer();
  const chunk = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from("acTL"), Buffer.alloc(12)]);
  const moving = Buffer.concat([still.subarray(0, 33), chunk, still.subarray(33)]);
  expect(kindOf(moving, "png", 64 * 48)).toBe("asItIs");
});

/** A WebP of one chunk, with these bytes behind its name and length. */
const webp = (chunk: string, ...content: number[]) =>
  Buffer.concat([Buffer.from(`RIFF0000WEBP${chunk}0000`), Buffer.from(content)]);

test("what weighs three quarters of a byte for a pixel is no drawing", () => {
  const lossless = webp("VP8L", 0x2f, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  expect(lossless.length).toBe(30);
  expect([39, 40, 41].map((pixels) => kindOf(lossless, "webp", pixels))).toEqual([
    "photo",
    "photo",
    "drawing",
  ]);
});

test("a WebP says in its first chunk whether it moves or is see-through", () => {
  expect(kindOf(webp("VP8X", 2, 0, 0, 0, 0), "webp", 1)).toBe("asItIs");
  expect(kindOf(webp("VP8X", 18, 0, 0, 0, 0), "webp", 1)).toBe("asItIs");
  expect(kindOf(webp("VP8X", 16, 0, 0, 0, 0), "webp", 1)).toBe("cutout");
  expect(kindOf(webp("VP8X", 12, 0, 0, 0, 16), "webp", 1)).toBe("photo");
  expect(kindOf(webp("VP8 ", 18, 0, 0, 0, 16), "webp", 99)).toBe("photo");
  expect(kindOf(webp("VP8L", 0x2f, 0, 0, 0, 16), "webp", 1)).toBe("cutout");
  expect(kindOf(webp("VP8L", 0x2f, 0, 0, 0, 15), "webp", 1)).toBe("photo");
});

test("an AVIF that is a sequence says so in its brand, and only there", () => {
  const avif = (brand: string, more = "") => Buffer.from(`0000ftyp${brand}0000${more}`);
  expect(kindOf(avif("avis"), "avif", 1)).toBe("asItIs");
  expect(kindOf(avif("avif", "avis"), "avif", 1)).toBe("photo");
  expect(kindOf(avif("avif", "urn:mpeg:hevc:2015:auxid:1"), "heif", 1)).toBe("cutout");
  expect(kindOf(avif("avif", "aux:auxiliary:alpha"), "avif", 1)).toBe("cutout");
});

test("a PNG is see-through by its colour type, or by a chunk", () => {
  const chunk = (name: string, length: number) =>
    Buffer.concat([Buffer.from([0, 0, 0, length]), Buffer.from(name), Buffer.alloc(length + 4)]);
  const png = (colour: number, ...chunks: Buffer[]) => {
    const head = chunk("IHDR", 13);
    head[17] = colour;
    return Buffer.concat([Buffer.alloc(8), head, ...chunks, chunk("IEND", 0)]);
  };
  const data = chunk("IDAT", 3);
  expect(kindOf(png(2, data), "png", 4)).toBe("photo");
  expect(kindOf(png(2, data), "png", 5)).toBe("drawing");
  expect(kindOf(png(2, data, data), "png", 8)).toBe("photo");
  expect(kindOf(png(6, data), "png", 4)).toBe("cutout");
  expect(kindOf(png(3, chunk("tRNS", 1), data), "png", 4)).toBe("cutout");
  expect(kindOf(png(6), "png", 4)).toBe("drawing");
});
