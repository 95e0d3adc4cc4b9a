import { codeLength } from "../difficulty.ts";
import { glyphs, letters } from "./glyphs.ts";
import type { Point, Stroke } from "./glyphs.ts";
import { rasterise } from "./rasterise.ts";
import type { Line, Picture } from "./rasterise.ts";
import type { Random } from "./random.ts";

const WIDTH = 280;
const HEIGHT = 88;
/** What stays white at both sides, also when the picture is bent. */
const EDGE = 14;

/** A code of letters that are easy to tell apart. */
export function newCode(random: Random, length = codeLength(0)): string {
  const letter = () => letters[Math.floor(random() * letters.length)] ?? "";
  return Array.from({ length }, letter).join("");
}

/**
 * Draws a code for people: each letter is a little turned, leant and of its own size, and the whole is bent, but letters stand apart and
 * nothing else is drawn, so that no stroke can be taken for a part of one. It stops no program that was trained on such pictures; what
 * costs a sender is the proof of work, and no amount of ink replaces it.
 */
export function drawCode(code: string, random: Random): Picture {
  const between = (low: number, high: number) => low + random() * (high - low);
  const drawn = Array.from(code, (letter) => drawLetter(letter, WIDTH / code.length, between));
  const widths = drawn.map(({ left, right }) => right - left);
  const room = WIDTH - 2 * EDGE - widths.reduce((sum, width) => sum + width, 0);
  const gap = room / Math.max(1, code.length - 1);
  const bend = bending(between);
  let at = EDGE;
  const lines = drawn.flatMap((letter, index) => {
    const shift = at - letter.left;
    at += (widths[index] ?? 0) + gap;
    return letter.lines.map(({ stroke, width }) => ({
      stroke: stroke.map(([x, y]) => bend([x + shift, y])),
      width,
    }));
  });
  return rasterise(WIDTH, HEIGHT, lines);
}

type Between = (low: number, high: number) => number;

/** One letter around x = 0, and from where to where its ink reaches. The more letters, the less room each has, and the straighter it stands. */
function drawLetter(letter: string, room: number, between: Between) {
  const [wide, tall] = [room * between(0.52, 0.6), between(44, 54)];
  const turn = between(-0.16, 0.16);
  const lean = between(-0.14, 0.14);
  const middle = HEIGHT / 2 + between(-6, 6);
  const width = between(5, 6);
  const place = ([x, y]: Point): Point => {
    const [dx, dy] = [(x - 0.5) * wide + (0.5 - y) * lean * wide, (y - 0.5) * tall];
    return [
      dx * Math.cos(turn) - dy * Math.sin(turn),
      middle + dx * Math.sin(turn) + dy * Math.cos(turn),
    ];
  };
  const lines: Line[] = (glyphs[letter] ?? []).map((stroke) => ({
    stroke: fine(stroke).map(place),
    width,
  }));
  const places = lines.flatMap(({ stroke }) => stroke.map(([x]) => x));
  return {
    lines,
    left: Math.min(...places) - width / 2,
    right: Math.max(...places) + width / 2,
  };
}

/** Moves every point a little, neighbours alike. */
function bending(between: Between): (point: Point) => Point {
  const [a, b, c, d] = [between(0, 6.3), between(0, 6.3), between(80, 120), between(60, 90)];
  const [swingX, swingY] = [between(1, 2), between(2.5, 4)];
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
