/**
 * Times as the magazine writes and prints them. The one home of date-fns and its time zones.
 * A `Time` carries the offset of the magazine's zone, so printing needs neither the zone nor the clock.
 */
import { tzOffset } from "@date-fns/tz/tzOffset";
// Each by its own path: the whole of date-fns is 250 modules, and Node reads its long package.json for every one of them.
import { format } from "date-fns/format";
import { de } from "date-fns/locale/de";
import { deAT } from "date-fns/locale/de-AT";
import { enGB } from "date-fns/locale/en-GB";
import { enUS } from "date-fns/locale/en-US";

import type { Locale, Time } from "./model.ts";

export const dayOrTime = "a day such as 2012-10-19, or with a time such as 2012-10-19 09:00";

/** date-fns writes the same on every machine, whatever names and signs its ICU has. */
const names = { "de-DE": de, "de-AT": deAT, "en-GB": enGB, "en-US": enUS } as const;
export const written = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/;
const dayFirst = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/;
const firstYear = 1583;
const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * An editor's `2012-10-19` (the first moment of that day) or `2012-10-19 09:00`, on the wall clock of `timeZone` (IANA).
 * Where the clock shows a time twice, the first one is meant. Answers the time, or what was expected instead.
 */
export function readTime(
  text: string,
  timeZone: string,
): { readonly time: Time } | { readonly expected: string } {
  const parts = written.exec(text);
  if (!parts) {
    const [, d = "", m = "", y] = dayFirst.exec(text) ?? [];
    if (y === undefined) return { expected: dayOrTime };
    const yearFirst = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
    const read = readTime(yearFirst, timeZone);
    return "time" in read ? { expected: `the year first: ${yearFirst}` } : read;
  }
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year < firstYear) {
    return {
      expected: `a year from ${firstYear} on, the first whole one of the Gregorian calendar`,
    };
  }
  if (month < 1 || month > 12) return { expected: "a month from 01 to 12" };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (date < 1 || date > days) {
    const named = formatMonth(text, "en-GB");
    return { expected: `a day that exists: ${named} has ${days} days` };
  }
  if (hours > 23 || minutes > 59) return { expected: "a time from 00:00 to 23:59" };

  const wall = Date.UTC(year, month - 1, date, hours, minutes);
  const time = atWall(wall, timeZone);
  if (time) return { time };
  if (parts[4] === undefined) return { time: afterGap(wall, timeZone) };
  return {
    expected: `a time that exists: in ${timeZone} the clock skips ${parts[4]}:${parts[5]} on that day`,
  };
}

/** So many days later, when the clock of `timeZone` shows the same time again. */
export function daysAfter(time: Time, days: number, timeZone: string): Time {
  const wall = Date.parse(`${time.slice(0, 19)}Z`) + days * day;
  return atWall(wall, timeZone) ?? afterGap(wall, timeZone);
}

/** `wall` is what the clock on the wall shows, read as if it were UTC; null when the clock skips it. */
function atWall(wall: number, timeZone: string): Time | null {
  // The offsets a day before and after are the only ones that can hold; the one before gives the earlier instant.
  for (const near of [wall - day, wall + day]) {
    const offset = offsetAt(near, timeZone);
    if (offsetAt(wall - offset * minute, timeZone) === offset) {
      return new Date(wall).toISOString().slice(0, 19) + printOffset(offset);
    }
  }
  return null;
}

/** Some zones put the clock forward at midnight: the day begins when the clock shows a time again. */
function afterGap(skipped: number, timeZone: string): Time {
  for (let wall = skipped; wall < skipped + day; wall += 15 * minute) {
    const time = atWall(wall, timeZone);
    if (time) return time;
  }
  // A whole day that a zone left out (Samoa, 30 December 2011): the day after it.
  return afterGap(skipped + day, timeZone);
}

/** The offset at the beginning of a day of UTC, by zone and day: ten thousand articles ask for the same few thousand. */
const offsets = new Map<string, Map<number, number>>();

/**
 * In whole minutes: before about 1900 offsets have seconds, which ISO 8601 cannot write. On a day that begins and ends with the same offset
 * it is that: in the whole of the IANA database no zone changes twice within a day.
 */
function offsetAt(instant: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const since = Math.floor(instant / day);
  const before = offsetOf(since, timeZone, known);
  if (before === offsetOf(since + 1, timeZone, known)) return before;
  return askedOffset(instant, timeZone);
}

function offsetOf(since: number, timeZone: string, known: Map<number, number>): number {
  const found = known.get(since);
  if (found !== undefined) return found;
  const offset = askedOffset(since * day, timeZone);
  known.set(since, offset);
  return offset;
}

function askedOffset(instant: number, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)));
}

function printOffset(minutes: number): string {
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** Whether `name` is a time zone of the IANA database, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

/** What day it is on the clock of `timeZone`, as an editor writes it: `2012-10-19`. */
export function dayAt(instant: Date, timeZone: string): string {
  const wall = instant.getTime() + offsetAt(instant.getTime(), timeZone) * minute;
  return new Date(wall).toISOString().slice(0, "2012-10-19".length);
}

/** The dateline before an article: `19.10.2012`, `19 Oct 2012`, `Oct 19, 2012`. */
export function formatDate(time: Time, locale: Locale): string {
  return formatBy(time, locale, {
    de: "dd.MM.yyyy",
    "en-GB": "d MMM yyyy",
    "en-US": "MMM d, yyyy",
  });
}

/** In running text: `19. Oktober 2012`, `19 October 2012`, `October 19, 2012`. */
export function formatLongDate(time: Time, locale: Locale): string {
  return formatBy(time, locale, {
    de: "d. MMMM yyyy",
    "en-GB": "d MMMM yyyy",
    "en-US": "MMMM d, yyyy",
  });
}

/** As RSS wants it (RFC 822): `Fri, 19 Oct 2012 09:00:00 +0200`. */
export function formatRfc822(time: Time): string {
  const wall = format(new Wall(`${time.slice(0, 19)}Z`), "EEE, dd MMM yyyy HH:mm:ss", {
    locale: enGB,
  });
  return `${wall} ${time.slice(-6).replace(":", "")}`;
}

/** Of a month: `Oktober 2012`, `October 2012`. */
export function formatMonth(time: Time, locale: Locale): string {
  return formatBy(time, locale, { de: "LLLL yyyy", "en-GB": "LLLL yyyy", "en-US": "LLLL yyyy" });
}

/** What was formatted of each month, by locale and pattern, with a sign where the day stands: articles appear on thousands of days, and each date stands on many pages. */
const formatted = new Map<string, Map<string, string>>();
const dayHere = "\u0001";

/** By a pattern that shows the day alone. */
function formatBy(
  time: Time,
  locale: Locale,
  patterns: Readonly<Record<"de" | "en-GB" | "en-US", string>>,
): string {
  const pattern = patterns[locale === "de-DE" || locale === "de-AT" ? "de" : locale];
  const kind = `${locale} ${pattern}`;
  const known = formatted.get(kind) ?? new Map<string, string>();
  formatted.set(kind, known);
  const month = time.slice(0, "2012-10".length);
  const shown =
    known.get(month) ??
    format(new Wall(`${month}-01`), pattern.replace(/d+/, `'${dayHere}'`), {
      locale: names[locale],
    });
  known.set(month, shown);
  const written = time.slice("2012-10-".length, "2012-10-19".length);
  return shown.replace(dayHere, pattern.includes("dd") ? written : String(Number(written)));
}

/** What a clock on the wall shows, read as if it were UTC: for date-fns, which asks a date for the process's own zone. */
class Wall extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}
