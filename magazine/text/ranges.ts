import type { Language } from "../model.ts";

const number = String.raw`\d+(?:[.,]\d+)*`;
/** Two numbers and one hyphen, not part of a longer chain such as a date, an ISBN or an address. */
const pair = String.raw`(?<![\p{L}\p{N}.,:;/+#_@–-])(${number})(\.?)-(${number})(?![\p{L}\p{N}_@/–-])`;
/** What makes of such a pair a number to call or to look up. */
const before = String.raw`(?<!\d[ \u00A0\n]|\)[ \u00A0\n]|(?:Tel|Telefon|Fax|Mobil|Phone|ISBN|ISSN)[.:]{0,2}[ \u00A0\n])`;
const after = String.raw`(?![ \u00A0]\d)`;
const candidate = new RegExp(before + pair + after, "gu");

/**
 * The hyphen of a range as an en dash: `2010-2012`, `5-10 %`, `1.-3. Oktober`. A range climbs; `2012-10` is a month, `040-1234` a
 * telephone number, and both stay.
 */
export function ranges(text: string, language: Language): string {
  if (!text.includes("-")) return text;
  return text.replace(candidate, (written, from: string, dot: string, to: string) =>
    dot !== "" || isRange(from, to, language) ? `${from}${dot}–${to}` : written,
  );
}

function isRange(from: string, to: string, language: Language): boolean {
  if (/^0\d/.test(from) || /^0\d/.test(to)) return false;
  if (isYear(from) && /^\d\d$/.test(to)) return isShortYear(from, to);
  const sameLength = from.length === to.length;
  const short = /^\d{1,4}(?!\d)/.test(from) && /^\d{1,4}(?!\d)/.test(to);
  return (sameLength || short) && valueOf(from, language) < valueOf(to, language);
}

function isYear(digits: string): boolean {
  return /^\d{4}$/.test(digits);
}

/** `1914-18`; up to 12 it would be a month. */
function isShortYear(year: string, short: string): boolean {
  return Number(short) > 12 && Number(short) > Number(year.slice(2));
}

function valueOf(digits: string, language: Language): number {
  const [thousands, decimal] = language === "de" ? [".", ","] : [",", "."];
  return Number(digits.replaceAll(thousands, "").replace(decimal, "."));
}
