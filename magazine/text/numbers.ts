/** A piece of a text, from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const words =
  "Tel|Telefon|Telefonnummer|Rufnummer|Durchwahl|Hotline|Telefax|Fax|Fon|Mobil|Handy|[Pp]hone|Konto|BLZ|IBAN|ISSN|ISBN(?:-1[03])?";
const digits = String.raw`\d[\d\s()/–-]*\d`;
const announced = String.raw`(?<=(?<!\p{L})(?:${words})[.:]{0,2}\s)[(+]{0,2}${digits}`;
const withPrefix = String.raw`(?<![\p{L}\p{N}.,:;/+#_@–-])\(?(?:\+|(?=0\s?\d))${digits}`;
const either = new RegExp(`(?<number>${announced})|${withPrefix}`, "gu");

/**
 * Numbers to call or to look up: `Tel. 123-45`, `040 - 123 45 - 67`, `+49 40 123-456`, `ISBN 978-3-16-148410-0`. No hyphen in them
 * is a dash or a range.
 */
export function numbersIn(text: string): Span[] {
  if (!/\d[\s)/]*-/.test(text)) return [];
  return [...text.matchAll(either)].flatMap(({ 0: found, index, groups }) => {
    // A zero alone is no prefix: `05-07`.
    const isNumber = groups?.["number"] !== undefined || found.replace(/\D/g, "").length > 5;
    return isNumber ? [{ start: index, end: index + found.length }] : [];
  });
}
