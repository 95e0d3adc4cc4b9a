/** Lengths of time, in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A time as a part of a file's name, to the second. */
export function timeInName(time: number): string {
  return new Date(time).toISOString().replaceAll(":", "-").replace(/\..*$/u, "Z");
}
