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
