import type { Words } from "./words/de.ts";

/**
 * Makes the function that writes a time (ISO 8601) on the clock of `timeZone`: `23.10., 06:15 Uhr`, and `23.10.2013, 06:15 Uhr` where the year is
 * not `year`, the article's. Its day alone is `23. Oktober 2013`. In the United States it is `Oct 23, 6:15 a.m.`.
 */
export function timeFormat(
  { locale, month, oclock }: Pick<Words, "locale" | "month" | "oclock">,
  timeZone: string,
  year: string,
): (iso: string, isDay?: boolean) => string {
  return (iso, isDay) => {
    const write = (options: Intl.DateTimeFormatOptions): string =>
      new Date(iso).toLocaleString(locale, { timeZone, ...options });
    if (isDay) return write({ dateStyle: "long" });
    const isThatYear = write({ year: "numeric" }) === year;
    const day = write({ day: "2-digit", month, year: isThatYear ? undefined : "numeric" });
    return `${day}, ${oclock(write({ timeStyle: "short" }))}`;
  };
}
