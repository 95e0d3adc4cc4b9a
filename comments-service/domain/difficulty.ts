import type { Counter } from "./rates.ts";

/** How much work a challenge is: `cost` rounds of PBKDF2 for each of up to `most` tries. */
export interface Difficulty {
  cost: number;
  least: number;
  most: number;
}

/** About 400,000 rounds on average: a tenth of a second on a computer, below one on a phone. */
export const defaultDifficulty: Difficulty = { cost: 2000, least: 100, most: 300 };

// Eight times as much: a second on a computer. A reader who has to wait longer gives up; a program would not.
const MOST_DOUBLINGS = 3;

/**
 * How much of a cap is used up: of the fullest, zero to one.
 * @param counted how often each of these counters has counted in its present stretch of time.
 */
export function fullness(counters: readonly Counter[], counted: readonly number[]): number {
  return Math.max(0, ...counters.map(({ most }, index) => (counted[index] ?? 0) / most));
}

/**
 * The work for a sender, a thread and a site that have done so much already: it doubles with each quarter of the fullest cap, and falls
 * back when that cap's stretch is over.
 */
export function risen(base: Difficulty, full: number): Difficulty {
  return { ...base, cost: base.cost * 2 ** Math.min(Math.floor(full * 4), MOST_DOUBLINGS) };
}

/** How many letters the code from a picture has: five, six when the fullest cap is half used up, seven from three quarters on. */
export function codeLength(full: number): number {
  return full < 0.5 ? 5 : full < 0.75 ? 6 : 7;
}
