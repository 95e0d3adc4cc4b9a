import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { letters } from "../../../../comments-service/domain/image-code/glyphs.ts";
import { drawCode, newCode } from "../../../../comments-service/domain/image-code/picture.ts";
import { pngOf } from "../../../../comments-service/domain/image-code/png.ts";
import { seeded } from "../../../../comments-service/domain/image-code/random.ts";
import { piecesOfInk } from "./pieces-of-ink.ts";

test("a code has letters that nobody takes for another", () => {
  const random = seeded(1);
  const codes = Array.from({ length: 300 }, () => newCode(random));
  for (const code of codes) expect(code).toMatch(new RegExp(`^[${letters}]{5}$`));
  expect(newCode(random, 7)).toMatch(new RegExp(`^[${letters}]{7}$`));
  expect(new Set(codes.join("")).size).toBe(letters.length);
  expect(letters).not.toMatch(/[01OQDIJ2Z5S6G8BH47WMN]/);
});

test.each([5, 6, 7])(
  "each of %i letters stands apart, whole and large, and there is no ink but theirs",
  (length) => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = seeded(seed);
      const code = newCode(random, length);
      const picture = drawCode(code, random);
      const pieces = piecesOfInk(picture, 3);
      expect(pieces, `${code} from ${seed}`).toHaveLength(length);
      for (const { left, right, top, bottom } of pieces) {
        expect(bottom - top).toBeGreaterThanOrEqual(38);
        expect(right - left).toBeGreaterThanOrEqual(14);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(4);
        expect(picture.width - right).toBeGreaterThan(4);
        expect(picture.height - bottom).toBeGreaterThan(4);
      }
    }
  },
);

test.each(Array.from(letters))("the letter %s is drawn in one piece", (letter) => {
  for (let seed = 1; seed <= 50; seed += 1)
    expect(piecesOfInk(drawCode(letter, seeded(seed)), 1)).toHaveLength(1);
});

test("the same numbers draw the same picture, others another", () => {
  const draw = (seed: number) => drawCode("AK3XP", seeded(seed)).pixels;
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
});

test("the picture is a small greyscale PNG with the pixels as they were drawn", async () => {
  const picture = drawCode("RTUYX", seeded(5));
  const png = Buffer.from(await pngOf(picture));
  expect(png.length).toBeLessThan(6000);
  expect(png.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001A\n");
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([280, 88, 8, 0]);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const pixels = Array.from({ length: 88 }, (_, y) => [
    ...rows.subarray(y * 281 + 1, (y + 1) * 281),
  ]);
  expect(pixels.flat()).toEqual([...picture.pixels]);
});
