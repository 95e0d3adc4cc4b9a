import { codeLength } from "../difficulty.ts";
import { glyphs, letters } from "./glyphs.ts";
import type { Point, Stroke } from "./glyphs.ts";
import { rasterise } from "./rasterise.ts";
import type { Line, Picture } from "./rasterise.ts";
import type { Random } from "./random.ts";

const WIDTH = 280;
const HEIGHT = 88;

/** A code of letters that are easy to tell apart. */
export function newCode(random: Random, length = codeLength(0)): string {
  const letter = () => letters[Math.floor(random() * letters.length)] ?? "";
  return Array.from({ length }, letter).join("");
}

/**
 * Draws a code so that people read it at once and a comparison with known letters does not: each letter is turned, leant and of its own
 * size and runs into its neighbours; curves of the same ink join and cross them; and the whole is bent. The letters of a longer code are narrower and turned less: it
 * has hardly more room.
 */
export function drawCode(code: string, random: Random): Picture {
  const between = (low: number, high: number) => low + random() * (high - low);
  const lines: Line[] = [];
  const narrow = (codeLength(0) / code.length) ** 0.75;
  let left = between(16, 24) * narrow;
  for (const letter of code) {
    const [wide, tall] = [between(28, 40) * narrow, between(38, 56) * Math.sqrt(narrow)];
    const turn = between(-0.36, 0.36) * narrow;
    const lean = between(-0.3, 0.3);
    const middle: Point = [left + wide / 2, HEIGHT / 2 + between(-7, 7)];
    const place = ([x, y]: Point): Point => {
      const [dx, dy] = [(x - 0.5) * wide + (0.5 - y) * lean * wide, (y - 0.5) * tall];
      return [
        middle[0] + dx * Math.cos(turn) - dy * Math.sin(turn),
        middle[1] + dx * Math.sin(turn) + dy * Math.cos(turn),
      ];
    };
    const width = between(4.4, 5.6) * Math.sqrt(narrow);
    for (const stroke of glyphs[letter] ?? [])
      lines.push({ stroke: fine(stroke).map(place), width });
    // Turned and leant, neighbours touch or nearly do.
    left += wide + between(3, 8);
  }
  for (const height of [between(0.22, 0.4), between(0.6, 0.78)])
    lines.push({ stroke: wave(height * HEIGHT, between), width: between(2.8, 3.6) });
  const bend = bending(between);
  return rasterise(
    WIDTH,
    HEIGHT,
    lines.map(({ stroke, width }) => ({ stroke: stroke.map(bend), width })),
  );
}

type Between = (low: number, high: number) => number;

/** A curve from side to side, through all letters. */
function wave(y: number, between: Between): Stroke {
  const [swing, period, phase] = [between(4, 7), between(80, 130), between(0, 6.3)];
  const slope = between(-0.08, 0.08);
  return Array.from({ length: 60 }, (_, index) => {
    const x = 6 + (index * (WIDTH - 12)) / 59;
    return [
      x,
      y + slope * (x - WIDTH / 2) + swing * Math.sin((6.28 * x) / period + phase),
    ] as const;
  });
}

/** Moves every point a little, neighbours alike. */
function bending(between: Between): (point: Point) => Point {
  const [a, b, c, d] = [between(0, 6.3), between(0, 6.3), between(64, 92), between(46, 64)];
  const [swingX, swingY] = [between(3.5, 5.5), between(4.5, 6.5)];
  return ([x, y]) => [
    x + swingX * Math.sin((6.28 * y) / d + a),
    y + swingY * Math.sin((6.28 * x) / c + b),
  ];
}

/** The stroke with points close enough to each other that it can be bent. */
function fine(stroke: Stroke): Point[] {
  const points: Point[] = stroke.slice(0, 1).map(([x, y]) => [x, y]);
  for (let at = 1; at < stroke.length; at += 1) {
    const [x1, y1] = stroke[at - 1] ?? [0, 0];
    const [x2, y2] = stroke[at] ?? [0, 0];
    const pieces = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 0.12));
    for (let piece = 1; piece <= pieces; piece += 1)
      points.push([x1 + ((x2 - x1) * piece) / pieces, y1 + ((y2 - y1) * piece) / pieces]);
  }
  return points;
}
