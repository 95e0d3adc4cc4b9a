import type { Words } from "./words/de.ts";

/**
 * Makes the function that writes a time (ISO 8601) on the clock of `timeZone`: `23.10. 06:15`, and `23.10.2013 06:15` where the year is
 * not `year`, the article's.
 */
export function timeFormat(
  { locale, month }: Pick<Words, "locale" | "month">,
  timeZone: string,
  year: string,
): (iso: string) => string {
  return (iso) => {
    const write = (options: Intl.DateTimeFormatOptions): string =>
      new Date(iso).toLocaleString(locale, { timeZone, ...options });
    const day = { day: "2-digit", month } as const;
    const sameYear = write({ year: "numeric" }) === year;
    return `${write(sameYear ? day : { ...day, year: "numeric" })} ${write({ hour: "2-digit", minute: "2-digit" })}`;
  };
}
