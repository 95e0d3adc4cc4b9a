import { glyphs, letters } from "../../../comments-service/domain/image-code/glyphs.ts";
import { rasterise } from "../../../comments-service/domain/image-code/rasterise.ts";
import type { Line, Picture } from "../../../comments-service/domain/image-code/rasterise.ts";

/** How letters stand when nothing is done to them: upright, of one size, in one line, apart. */
const WIDE = 34;
const TALL = 48;
const PEN = 5;
const EDGE = 4;

/** The code as it would look if it were not bent, joined and crossed. */
export function drawPlainly(code: string): Picture {
  const lines = Array.from(code).flatMap((letter, index) =>
    linesOf(letter, 16 + index * 46, 20, WIDE),
  );
  return rasterise(30 + code.length * 46, 88, lines);
}

function linesOf(letter: string, left: number, top: number, wide: number): Line[] {
  return (glyphs[letter] ?? []).map((stroke) => ({
    stroke: stroke.map(([x, y]) => [left + x * wide, top + y * TALL] as const),
    width: PEN,
  }));
}

interface Template {
  letter: string;
  picture: Picture;
}

/** Every letter in the sizes that occur; those of longer codes are narrower. */
const templates: readonly Template[] = [25, 28, 31, WIDE, 37].flatMap((wide) =>
  Array.from(letters).map((letter) => {
    const lines = linesOf(letter, EDGE, EDGE, wide);
    return { letter, picture: halved(rasterise(wide + 2 * EDGE, TALL + 2 * EDGE, lines)) };
  }),
);

/**
 * Reads a code as a plain program does: lays each known letter on each place, takes the places where the pixels agree best (by their
 * correlation), and reads them from left to right.
 */
export function readByTemplates(whole: Picture, length: number): string {
  const picture = halved(whole);
  const found = templates.flatMap((template) => fits(picture, template));
  found.sort((a, b) => b.agreement - a.agreement);
  const taken: typeof found = [];
  for (const fit of found) {
    if (taken.length === length) break;
    if (taken.every(({ x }) => Math.abs(x - fit.x) > 12)) taken.push(fit);
  }
  return taken
    .toSorted((a, b) => a.x - b.x)
    .map(({ letter }) => letter)
    .join("");
}

/** For each place from left to right, how well the letter agrees at its best height. */
function fits(picture: Picture, { letter, picture: tile }: Template) {
  return Array.from({ length: picture.width - tile.width }, (_, x) => {
    const heights = Array.from({ length: picture.height - tile.height }, (_, y) =>
      correlation(picture, tile, x, y),
    );
    return { letter, x: x + tile.width / 2, agreement: Math.max(...heights) };
  });
}

function correlation(picture: Picture, tile: Picture, left: number, top: number): number {
  const size = tile.width * tile.height;
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = 0; y < tile.height; y += 1)
    for (let x = 0; x < tile.width; x += 1) {
      const p = picture.pixels[(top + y) * picture.width + left + x] ?? 0;
      const q = tile.pixels[y * tile.width + x] ?? 0;
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  const spread = Math.sqrt((aa - (a * a) / size) * (bb - (b * b) / size));
  return spread === 0 ? 0 : (ab - (a * b) / size) / spread;
}

/** At half its size, so that reading does not take all day. */
function halved({ width, height, pixels }: Picture): Picture {
  const [wide, tall] = [Math.floor(width / 2), Math.floor(height / 2)];
  const half = new Uint8Array(wide * tall);
  for (let y = 0; y < tall; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const at = 2 * y * width + 2 * x;
      const four = [at, at + 1, at + width, at + width + 1].map((index) => pixels[index] ?? 0);
      half[y * wide + x] = four.reduce((sum, each) => sum + each, 0) / 4;
    }
  return { width: wide, height: tall, pixels: half };
}
