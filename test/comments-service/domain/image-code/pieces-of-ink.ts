import type { Picture } from "../../../../comments-service/domain/image-code/rasterise.ts";

/** What hangs together in a picture, with its bounds in pixels. */
export interface Piece {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The pieces of ink in a picture, from left to right.
 * @param gap pieces nearer to each other than so many pixels, in either direction, count as one.
 */
export function piecesOfInk({ width, height, pixels }: Picture, gap: number): Piece[] {
  const left = new Set([...pixels.keys()].filter((at) => (pixels[at] ?? 255) < 160));
  const pieces: Piece[] = [];
  for (const start of left) {
    left.delete(start);
    const piece = { left: width, right: 0, top: height, bottom: 0 };
    const waiting = [start];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)];
      piece.left = Math.min(piece.left, x);
      piece.right = Math.max(piece.right, x);
      piece.top = Math.min(piece.top, y);
      piece.bottom = Math.max(piece.bottom, y);
      for (let dy = -gap; dy <= gap; dy += 1)
        for (let dx = -gap; dx <= gap; dx += 1) {
          const near = at + dy * width + dx;
          if (x + dx >= 0 && x + dx < width && left.delete(near)) waiting.push(near);
        }
    }
    pieces.push(piece);
  }
  return pieces.toSorted((a, b) => a.left - b.left);
}
