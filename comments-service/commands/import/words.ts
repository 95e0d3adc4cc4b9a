import { parseEmailAddress } from "../../domain/email-address.ts";
import { cleanName, cleanText, isVisible, lengthOf } from "../../domain/plain-text.ts";
import { limits } from "../../wire.ts";

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

/** Seconds since 1970 in milliseconds; null when they are no time that could be shown. Nought is how many a system writes none. */
export function importedSeconds(seconds: number): number | null {
  const at = Math.round(seconds * 1000);
  return at > 0 && at <= LAST ? at : null;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/u;

/**
 * The time that a text names, in milliseconds; null when it names none: not one of noughts, nor a day that no calendar has. A text without
 * a zone is read as UTC.
 */
export function importedTime(text: string): number | null {
  const [, date = "", minutes = "", seconds = ":00", zone = "Z"] = TIME.exec(text) ?? [];
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return null;
  const at = Date.parse(`${date}T${minutes}${seconds}${zone.replace(/(\d\d):?(\d\d)$/u, "$1:$2")}`);
  return Number.isNaN(at) ? null : importedSeconds(at / 1000);
}
