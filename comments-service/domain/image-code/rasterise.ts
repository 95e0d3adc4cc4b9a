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
  const picture = { width, height, pixels: new Uint8Array(width * height).fill(PAPER) };
  for (const { stroke, width: thick } of lines)
    for (let at = 1; at < stroke.length; at += 1) {
      const [x1, y1] = stroke[at - 1] ?? [0, 0];
      const [x2, y2] = stroke[at] ?? [0, 0];
      drawPiece(picture, thick / 2, x1, y1, x2, y2);
    }
  return picture;
}

/**
 * Draws a piece of a line. Anybody may ask for pictures, so this is quick: a pixel that the line does not reach costs a few
 * multiplications, and nothing is made in the loop.
 */
function drawPiece(
  { width, height, pixels }: Picture,
  radius: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy || 1;
  const reach = radius + 0.5;
  const top = Math.max(0, Math.ceil(Math.min(y1, y2) - reach));
  const bottom = Math.min(height - 1, Math.floor(Math.max(y1, y2) + reach));
  const left = Math.max(0, Math.ceil(Math.min(x1, x2) - reach));
  const right = Math.min(width - 1, Math.floor(Math.max(x1, x2) + reach));
  for (let y = top; y <= bottom; y += 1)
    for (let x = left; x <= right; x += 1) {
      const index = y * width + x;
      const before = pixels[index] ?? INK;
      if (before === INK) continue;
      // The place of the piece that is nearest to the pixel, from 0 to 1, and how far away it is.
      const along = ((x - x1) * dx + (y - y1) * dy) / length;
      const nearest = along < 0 ? 0 : along > 1 ? 1 : along;
      const awayX = x - x1 - nearest * dx;
      const awayY = y - y1 - nearest * dy;
      const square = awayX * awayX + awayY * awayY;
      if (square >= reach * reach) continue;
      const grey = PAPER - (PAPER - INK) * Math.min(1, reach - Math.sqrt(square));
      if (grey < before) pixels[index] = grey;
    }
}
