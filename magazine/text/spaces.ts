import type { Language } from "../model.ts";

const noBreak = "\u00A0";
/** A space, or the end of a line in the source. */
const space = "[ \\n]";

/** Between what belongs together: `z. B.`, `5 %`, `§ 5`, `S. 12`, `Dr. Müller`, `19. Oktober`. */
export function noBreakSpaces(text: string, language: Language): string {
  if (!mayHold(text)) return text;
  let changed = language === "de" ? spreadAbbreviations(text) : text;
  for (const { sign, gap } of rules[language])
    if (sign.test(changed)) changed = changed.replace(gap, `$1${noBreak}`);
  return changed;
}

/** With what ends an abbreviation of the rules below, before its point: letters of which no other word of prose ends in many. */
const endings = new Set("Dr Hr Fr St rof Ing Mio Mrd Tsd".split(" "));
const wordly = /[\p{L}\p{N}]/u;

/** Whether any rule has a gap to find: all of them name a digit, a paragraph's sign, `Mr` or `Ms`, or a point behind one letter or an abbreviation. */
function mayHold(text: string): boolean {
  if (/[\d§]|M[rs]/u.test(text)) return true;
  for (let at = text.indexOf("."); at !== -1; at = text.indexOf(".", at + 1)) {
    const isAlone = at < 2 || !wordly.test(text.charAt(at - 2));
    if (isAlone || endings.has(text.slice(at - 2, at)) || endings.has(text.slice(at - 3, at)))
      return true;
  }
  return false;
}

/** A gap that no line may break at, and a quick look whether it may be there at all: most texts have few of them. */
interface Rule {
  readonly sign: RegExp;
  readonly gap: RegExp;
}

const signs = "% ‰ ° € $ £ ¥".split(" ").map((unit) => RegExp.escape(unit));
/** As patterns. */
export const units =
  "°C EUR USD CHF GBP Mio. Mrd. Tsd. Uhr Std. Min. Sek. km/h km² km m² m³ cm mm m kg mg g t ml l ha h kWh MWh GWh kW MW kB MB GB TB a.m. p.m."
    .split(" ")
    .map((unit) => RegExp.escape(unit));

const digitBefore = /\d[ \n]/;
const digitAfter = /[ \n]\d/;

const everywhere: readonly Rule[] = [
  between(digitBefore, String.raw`\d`, signs.join("|")),
  between(digitBefore, String.raw`\d`, String.raw`(?:${units.join("|")})(?![\p{L}\p{N}])`),
  between(/(?:io|rd|sd)\./, String.raw`(?:Mio|Mrd|Tsd)\.`, String.raw`€|EUR|USD|CHF|\$|£`),
  between(/§/, "§", String.raw`\d`),
  // Initials: J. R. R.
  between(/\.[ \n].{1,2}\./, String.raw`(?<![\p{L}\p{N}])\p{Lu}\.`, String.raw`\p{Lu}\.`),
  between(/(?:Dr|Prof|Ing|St)\./, String.raw`(?<!\p{L})(?:Dr|Prof|Ing|St)\.`, String.raw`\p{L}`),
];

const englishMonths =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const germanMonths =
  "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";

const rules: Readonly<Record<Language, readonly Rule[]>> = {
  de: [
    ...everywhere,
    between(
      digitAfter,
      String.raw`(?<!\p{L})(?:(?:S|Nr|Nrn|Bd|Kap|Abb|Tab|Art|Abs|Ziff|Jg|Anm)\.|Seite|Kapitel)`,
      String.raw`\d`,
    ),
    between(/[HF]r\./, String.raw`(?<!\p{L})(?:Hr|Fr)\.`, String.raw`\p{Lu}`),
    between(
      /\d\.[ \n]/,
      String.raw`(?<!\d)\d{1,2}\.`,
      String.raw`(?:${germanMonths}|(?:Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|Jh)\.|Jahrhunderts?)(?!\p{L})`,
    ),
  ],
  en: [
    ...everywhere,
    between(
      digitAfter,
      String.raw`(?<!\p{L})(?:[Nn]o|pp?|[Vv]ol|[Cc]h|[Ff]ig|[Ss]ec|[Aa]rt)\.`,
      String.raw`\d`,
    ),
    between(/M(?:r|s)/, String.raw`(?<!\p{L})(?:Mr|Mrs|Ms)\.?`, String.raw`\p{Lu}`),
    between(digitAfter, String.raw`(?<!\p{L})(?:${englishMonths})`, String.raw`\d{1,2}(?!\d)`),
    between(digitBefore, String.raw`(?<!\d)\d{1,2}`, String.raw`(?:${englishMonths})(?!\p{L})`),
  ],
};

/** The gap between two things. What stands before it is matched forwards and put back: to look behind at every space takes longer. */
function between(sign: RegExp, before: string, after: string): Rule {
  return { sign, gap: new RegExp(`(${before})${space}(?=${after})`, "gu") };
}

/** Longer ones before those they begin with. */
const abbreviations =
  "a.D. a.M. d.h. d.J. e.V. i.A. i.d.F. i.d.R. i.e.S. i.V. i.w.S. m.E. m.W. n.Chr. o.ä. o.Ä. o.g. o.J. s.o. s.u. u.a.m. u.a. u.ä. u.Ä. u.U. u.v.a. u.v.m. v.a. v.Chr. z.B. z.Hd. z.T. z.Zt.";

const abbreviation = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(?:${abbreviations.split(" ").map(spellings).join("|")})(?!\p{L})`,
  "gu",
);

/** A pattern for `z.B.`, `z. B.` and, at the beginning of a sentence, `Z. B.` */
function spellings(closed: string): string {
  const [first = "", ...others] = closed.slice(0, -1).split(".");
  const parts = [`[${first}${first.toUpperCase()}]`, ...others];
  return parts.map((part) => `${part}\\.`).join(`${space}?`);
}

/** How all of them begin: one letter, a point, and another letter. */
const likeAbbreviation = /\.(?<=(?<![\p{L}\p{N}.])\p{L}\.)[ \n]?\p{L}/u;

function spreadAbbreviations(text: string): string {
  if (!likeAbbreviation.test(text)) return text;
  return text.replace(abbreviation, (written) =>
    written.replace(/\.[ \n]?(?=\p{L})/gu, `.${noBreak}`),
  );
}
