import { readTime } from "../magazine/dates.ts";
import { UsageError } from "./command.ts";

/**
 * An instant: a day or time on the wall clock of `timeZone`, as articles are dated, or ISO 8601 with its offset; without a value, the
 * clock's.
 *
 * @throws UsageError when the value is neither
 */
export function timeOption(option: string, value: string | undefined, timeZone: string): Date {
  if (value === undefined) return new Date();
  const read = readTime(value, timeZone);
  if ("time" in read) return new Date(read.time);
  const time = new Date(value);
  if (/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(time.getTime())) return time;
  throw new UsageError(
    `${option} ${value}: expected ${read.expected}, or 2026-10-19T09:00:00+02:00`,
  );
}
