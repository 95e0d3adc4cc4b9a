import type { Stroke } from "./glyphs.ts";

/** A greyscale picture: a byte for each pixel, row by row, from black (0) to white. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array<ArrayBuffer>;
}

/** A stroke in pixels, as thick as `width`. */
export interface Line {
  stroke: Stroke;
  width: number;
}

const PAPER = 250;
const INK = 40;

/** Draws lines with round ends and soft edges on white paper. */
export function rasterise(width: number, height: number, lines: readonly Line[]): Picture {
  const pixels = new Uint8Array(width * height).fill(PAPER);
  for (const { stroke, width: thick } of lines)
    for (let at = 1; at < stroke.length; at += 1) {
      const [x1, y1] = stroke[at - 1] ?? [0, 0];
      const [x2, y2] = stroke[at] ?? [0, 0];
      const reach = thick / 2 + 1;
      const top = Math.max(0, Math.floor(Math.min(y1, y2) - reach));
      const bottom = Math.min(height - 1, Math.ceil(Math.max(y1, y2) + reach));
      const left = Math.max(0, Math.floor(Math.min(x1, x2) - reach));
      const right = Math.min(width - 1, Math.ceil(Math.max(x1, x2) + reach));
      for (let y = top; y <= bottom; y += 1)
        for (let x = left; x <= right; x += 1) {
          const covered = thick / 2 + 0.5 - distance(x, y, x1, y1, x2, y2);
          const grey = PAPER - (PAPER - INK) * Math.min(1, Math.max(0, covered));
          const index = y * width + x;
          pixels[index] = Math.min(pixels[index] ?? PAPER, grey);
        }
    }
  return { width, height, pixels };
}

/** How far a point is from a piece of a line. */
function distance(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const nearest = Math.min(1, Math.max(0, along));
  return Math.hypot(x - x1 - nearest * dx, y - y1 - nearest * dy);
}
