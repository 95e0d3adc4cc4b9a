import type { Language } from "../model.ts";
import { isAnnounced, isCounted, isLabel, isUnit, isYearly } from "./range-words.ts";

const number = String.raw`\d+(?:[.,]\d+)*`;
/** Two numbers and one hyphen, not part of a longer chain such as a date, an ISBN or an address. */
const pair = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:;/+#_@–-])(?<!\d[ \u00A0\n])(${number})(\.?)-(${number})(?![\p{L}\p{N}_@/–-])(?![ \u00A0]\d)`,
  "gu",
);
/** How much of the text around a pair is looked at. */
const reach = 60;

/**
 * The hyphen of a range as an en dash: `2010-2012`, `5-10 %`, `S. 12-15`, `1.-3. Oktober`, `Mt 5,3-12`, `9:30-11:00`. Two numbers and a
 * hyphen may be anything else, `Boeing 737-800`, `555-1234`, a month; so they stay where nothing beside them says that they are a range.
 */
export function ranges(text: string, language: Language): string {
  if (!/\d\.?-\d/.test(text)) return text;
  return verses(hours(text)).replace(
    pair,
    (written, from: string, dot: string, to: string, at: number, whole: string) => {
      const around: Around = {
        before: whole.slice(Math.max(0, at - reach), at),
        after: whole.slice(at + written.length, at + written.length + reach),
        language,
      };
      return dot !== "" || isRange(from, to, around) ? `${from}${dot}–${to}` : written;
    },
  );
}

interface Around {
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}

function isRange(from: string, to: string, around: Around): boolean {
  if (/^0\d/.test(from) || /^0\d/.test(to)) return false;
  if (isDate(from) && isDate(to)) return true;
  // Nobody counts down to nothing: 1-0 is how a game ended.
  if (/^(?:0-\d{1,2}|\d{1,2}-0)$/.test(`${from}-${to}`)) return true;
  if (isYear(from) && isYear(to)) return Number(from) < Number(to);
  if (isYear(from) && /^\d{1,2}$/.test(to)) return isShortYear(from, to, around.before);
  const { before, after, language } = around;
  if (/^[ \u00A0\n]v\.[ \u00A0\n]?Chr\./.test(after)) return true;
  if (/^[ \u00A0\n]Uhr(?!\p{L})/u.test(after) && isHour(from) && isHour(to)) return true;
  if (!climbs(from, to, language)) return false;
  if (isUnit(after, language)) return true;
  // 10-2012 is a month.
  if (/^(?:[1-9]|1[0-2])$/.test(from) && isYear(to)) return false;
  if (isAnnounced(before, language)) return true;
  return isPlainAmount(from) && isPlainAmount(to) && isCounted(after, language) && !isLabel(before);
}

function climbs(from: string, to: string, language: Language): boolean {
  const short = /^\d{1,4}(?!\d)/.test(from) && /^\d{1,4}(?!\d)/.test(to);
  return (short || from.length === to.length) && valueOf(from, language) < valueOf(to, language);
}

function isDate(written: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/.test(written);
}

function isYear(digits: string): boolean {
  return /^(?:1\d|2[01])\d\d$/.test(digits);
}

function isHour(written: string): boolean {
  return /^(?:1?\d|2[0-4])(?:\.[0-5]\d)?$/.test(written);
}

/** As people round when they count: below a hundred, or to fives. The `737-800` of an aircraft are no amounts. */
function isPlainAmount(written: string): boolean {
  return written.length < 3 || /[.,]|[05]$/.test(written);
}

/**
 * `1914-18`; up to 12 it would be a month, and over more than a generation a number of something. So it may be behind the name of a
 * thing in years that had computers: `Pressemitteilung 2018-19`.
 */
function isShortYear(year: string, short: string, before: string): boolean {
  const span = Number(short) - Number(year.slice(2));
  if (Number(short) <= 12 || span <= 0 || span > 32) return false;
  return Number(year) < 1970 || !isLabel(before) || isYearly(before);
}

function valueOf(digits: string, language: Language): number {
  const [thousands, decimal] = language === "de" ? [".", ","] : [",", "."];
  return Number(digits.replaceAll(thousands, "").replace(decimal, "."));
}

/** `9:30-11:00`, and `9:30-11 Uhr`. */
function hours(text: string): string {
  if (!/:\d/.test(text)) return text;
  return text.replace(
    /(?<![\d.,:–-])((?:[01]?\d|2[0-4])(:[0-5]\d)?)-((?:[01]?\d|2[0-4])(:[0-5]\d)?)(?![\d:–-])(?=([ \u00A0\n]Uhr)?)/g,
    (written, from: string, minutes?: string, to?: string, toMinutes?: string, oClock?: string) => {
      const isTime = oClock ? (minutes ?? toMinutes) : minutes && toMinutes;
      return isTime ? `${from}–${to}` : written;
    },
  );
}

const place = String.raw`\d{1,3}[,:]\d{1,3}[a-z]?`;
const passage = new RegExp(
  String.raw`(?<=\p{Lu}\p{L}*\.?[ \u00A0\n]|;[ \u00A0\n]?)${place}(?:\.\d{1,3}[a-z]?)*-(?:${place}|\d{1,3}[a-z]?)(?:[.-](?:${place}|\d{1,3}[a-z]?))*(?![\p{L}\p{N}–-]|[,.:]\d)`,
  "gu",
);

/** `Mt 5,3-12; 19,4-6`, `Joh 3,16-4,2`, `Matthew 5:3-12`: chapters and verses, which climb. */
function verses(text: string): string {
  if (!/\d[,:]\d/.test(text)) return text;
  return text.replace(passage, (written) => {
    const climbing = [...written.matchAll(/(?:(\d+)[,:])?(\d+)[a-z]?-(?:(\d+)[,:])?(\d+)/g)].every(
      ([, chapter, verse, toChapter, toVerse]) =>
        toChapter === undefined || toChapter === chapter
          ? Number(verse) < Number(toVerse)
          : Number(chapter) < Number(toChapter),
    );
    return climbing ? written.replaceAll("-", "–") : written;
  });
}
