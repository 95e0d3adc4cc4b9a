import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { letters } from "../../../comments-service/domain/image-code/glyphs.ts";
import { drawCode, newCode } from "../../../comments-service/domain/image-code/picture.ts";
import { pngOf } from "../../../comments-service/domain/image-code/png.ts";
import { drawPlainly, readByTemplates } from "./template-matcher.ts";

/** Numbers that look random and are the same in each run (a linear congruence). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

test("a code has letters that nobody takes for another", () => {
  const random = numbers(1);
  const codes = Array.from({ length: 300 }, () => newCode(random));
  for (const code of codes) expect(code).toMatch(new RegExp(`^[${letters}]{5}$`));
  expect(newCode(random, 7)).toMatch(new RegExp(`^[${letters}]{7}$`));
  expect(new Set(codes.join("")).size).toBe(letters.length);
  expect(letters).not.toMatch(/[01OQDIJ2Z5S6G8BH47WMN]/);
});

test.each([5, 6, 7])(
  "a program that knows the letters reads them where they are undistorted, and not in the pictures (%i letters)",
  (length) => {
    const random = numbers(7);
    const read = { plain: 0, plainLetters: 0, real: 0, realLetters: 0 };
    const pictures = 20;
    const right = (code: string, found: string) =>
      Array.from(code).filter((letter, index) => found[index] === letter).length;
    for (let n = 0; n < pictures; n += 1) {
      const code = newCode(random, length);
      const plain = readByTemplates(drawPlainly(code), length);
      const real = readByTemplates(drawCode(code, random), length);
      read.plain += Number(plain === code);
      read.plainLetters += right(code, plain);
      read.real += Number(real === code);
      read.realLetters += right(code, real);
    }
    expect(read.plain).toBe(pictures);
    expect(read.real).toBe(0);
    expect(read.realLetters / (pictures * length)).toBeLessThan(0.5);
  },
);

test("the same numbers draw the same picture, others another", () => {
  const draw = (seed: number) => drawCode("AK3XP", numbers(seed)).pixels;
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
});

test("the picture is a small greyscale PNG with the pixels as they were drawn", async () => {
  const picture = drawCode("RTUYX", numbers(5));
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
