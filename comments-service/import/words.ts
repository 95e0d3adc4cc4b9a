import { parseEmailAddress } from "../domain/email-address.ts";
import { cleanName, cleanText, isVisible, lengthOf } from "../domain/plain-text.ts";
import { limits } from "../wire.ts";

/** A name as it may stand here: one line, cut where it is too long, empty when there is nothing to see. */
export function importedName(name: string): string {
  const clean = cleanName(name);
  if (!isVisible(clean)) return "";
  return lengthOf(clean) <= limits.name
    ? clean
    : `${Array.from(clean)
        .slice(0, limits.name - 1)
        .join("")}…`;
}

/** A text as it may stand here. Its length is left as it was: nobody's words are cut. Empty when there is nothing to see. */
export function importedText(text: string): string {
  const clean = cleanText(text);
  return isVisible(clean) ? clean : "";
}

/** An address that mail can reach, or an empty text. */
export function importedEmail(email: string): string {
  return parseEmailAddress(email) ?? "";
}

// The last that has four digits for its year, as RFC 3339 has it; a date beyond can break whatever shows it.
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Seconds since 1970 in milliseconds; null when they are no time that could be shown. */
export function importedSeconds(seconds: number): number | null {
  const at = Math.round(seconds * 1000);
  return at >= 0 && at <= LAST ? at : null;
}

/** The time that a text names, in milliseconds; null when it names none. A text without a zone is UTC, as all these exports are. */
export function importedTime(text: string): number | null {
  const [, date, time] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|\+00:00)?$/u.exec(text) ?? [];
  const at = Date.parse(`${date ?? ""}T${time ?? ""}Z`);
  return Number.isNaN(at) ? null : at;
}
