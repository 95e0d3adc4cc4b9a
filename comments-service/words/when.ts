import { keepLast } from "../domain/keep-last.ts";
import type { Site } from "../domain/thread-list.ts";

/**
 * A time (milliseconds) as people read it on the magazine's clock, the same in lists, sentences and letters: `23.10.2090, 06:15 Uhr`, or
 * `23 Oct 2090, 06:15`.
 */
export function when(
  at: number,
  { language, timeZone }: Pick<Site, "language" | "timeZone">,
): string {
  const written = formatOf(`${language} ${timeZone}`).format(at);
  return language === "de" ? `${written}\u00A0Uhr` : written;
}

// Making one takes as long as all the rest of a letter.
const formatOf = keepLast(8, (key) => {
  const [language = "", timeZone = ""] = key.split(" ");
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    day: "2-digit",
    month: language === "de" ? "2-digit" : "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
});
