import { DAY } from "./times.ts";

/**
 * When a day begins in a time zone.
 * @param day as a field for dates sends it: `2026-11-30`.
 * @returns milliseconds since 1970; null for what is no day.
 */
export function startOfDay(day: string, timeZone: string): number | null {
  const utc = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (Number.isNaN(utc) || !new Date(utc).toISOString().startsWith(day)) return null;
  // The clock's distance from UTC may change between the guess and the midnight that it leads to.
  const guess = utc - distance(utc, timeZone);
  return utc - distance(guess, timeZone);
}

/** When the day after it begins: days are as long as the clock says, so some have 23 or 25 hours. */
export function endOfDay(day: string, timeZone: string): number | null {
  const begins = startOfDay(day, "UTC");
  return begins === null ? null : startOfDay(dayAt(begins + DAY, "UTC"), timeZone);
}

/** The day that it is at a time, as a field for dates takes it. */
export function dayAt(at: number, timeZone: string): string {
  return new Date(at + distance(at, timeZone)).toISOString().slice(0, 10);
}

/** How far the clocks of a time zone are ahead of UTC at a time, in milliseconds. */
function distance(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const [year = 0, month = 1, ...rest] = (
    ["year", "month", "day", "hour", "minute", "second"] as const
  ).map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, ...rest) - Math.floor(at / 1000) * 1000;
}
