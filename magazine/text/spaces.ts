import type { Language } from "../model.ts";

const noBreak = "\u00A0";
/** A space, or the end of a line in the source. */
const gap = "[ \\n]";

/** Between what belongs together: `z. B.`, `5 %`, `§ 5`, `S. 12`, `Dr. Müller`, `19. Oktober`. */
export function noBreakSpaces(text: string, language: Language): string {
  const spaced = language === "de" ? spreadAbbreviations(text) : text;
  return [...everywhere, ...rules[language]].reduce(
    (changed, rule) => changed.replace(rule, noBreak),
    spaced,
  );
}

const signs = "% ‰ ° € $ £ ¥".split(" ").map((unit) => RegExp.escape(unit));
/** As patterns. */
export const units =
  "°C EUR USD CHF GBP Mio. Mrd. Tsd. Uhr Std. Min. Sek. km/h km² km m² m³ cm mm m kg mg g t ml l ha h kWh MWh GWh kW MW kB MB GB TB a.m. p.m."
    .split(" ")
    .map((unit) => RegExp.escape(unit));

const everywhere = [
  between(String.raw`\d`, signs.join("|")),
  between(String.raw`\d`, String.raw`(?:${units.join("|")})(?![\p{L}\p{N}])`),
  between(String.raw`(?:Mio|Mrd|Tsd)\.`, String.raw`€|EUR|USD|CHF|\$|£`),
  between("§", String.raw`\d`),
  // Initials: J. R. R.
  between(String.raw`(?<![\p{L}\p{N}])\p{Lu}\.`, String.raw`\p{Lu}\.`),
  between(String.raw`(?<!\p{L})(?:Dr|Prof|Ing|St)\.`, String.raw`\p{L}`),
];

const englishMonths =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const germanMonths =
  "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";

const rules: Readonly<Record<Language, readonly RegExp[]>> = {
  de: [
    between(
      String.raw`(?<!\p{L})(?:(?:S|Nr|Nrn|Bd|Kap|Abb|Tab|Art|Abs|Ziff|Jg|Anm)\.|Seite|Kapitel)`,
      String.raw`\d`,
    ),
    between(String.raw`(?<!\p{L})(?:Hr|Fr)\.`, String.raw`\p{Lu}`),
    between(
      String.raw`(?<!\d)\d{1,2}\.`,
      String.raw`(?:${germanMonths}|(?:Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|Jh)\.|Jahrhunderts?)(?!\p{L})`,
    ),
  ],
  en: [
    between(
      String.raw`(?<!\p{L})(?:[Nn]o|pp?|[Vv]ol|[Cc]h|[Ff]ig|[Ss]ec|[Aa]rt)\.`,
      String.raw`\d`,
    ),
    between(String.raw`(?<!\p{L})(?:Mr|Mrs|Ms)\.?`, String.raw`\p{Lu}`),
    between(String.raw`(?<!\p{L})(?:${englishMonths})`, String.raw`\d{1,2}(?!\d)`),
    between(String.raw`(?<!\d)\d{1,2}`, String.raw`(?:${englishMonths})(?!\p{L})`),
  ],
};

/** The gap between two things, both looked at and neither touched. */
function between(before: string, after: string): RegExp {
  return new RegExp(`(?<=${before})${gap}(?=${after})`, "gu");
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
  return parts.map((part) => `${part}\\.`).join(`${gap}?`);
}

function spreadAbbreviations(text: string): string {
  return text.replace(abbreviation, (written) =>
    written.replace(/\.[ \n]?(?=\p{L})/gu, `.${noBreak}`),
  );
}
