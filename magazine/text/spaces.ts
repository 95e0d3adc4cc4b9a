import type { Language } from "../model.ts";
import { noBreak, spreadAbbreviations } from "./abbreviations.ts";

/** Between what belongs together: `z. B.`, `5 %`, `§ 5`, `S. 12`, `Dr. Müller`, `19. Oktober`. */
export function noBreakSpaces(text: string, language: Language): string {
  const spread = language === "de" ? spreadAbbreviations(text) : text;
  const gap = gaps[language];
  let set = "";
  let from = 0;
  near.lastIndex = 0;
  while (near.test(spread)) {
    // The space is the last character of what was found, or the one before it.
    const at = near.lastIndex - (isSpace(spread.charCodeAt(near.lastIndex - 1)) ? 1 : 2);
    near.lastIndex = at + 1;
    gap.lastIndex = at;
    if (!gap.test(spread)) continue;
    set += spread.slice(from, at) + noBreak;
    from = at + 1;
  }
  return from === 0 ? spread : set + spread.slice(from);
}

/** Whether any rule may be about a space is seen by what stands beside it: all of them name a digit, a sign before it, or `Mr` and `Ms`. */
const near = /[\d.§][ \n]|[ \n]\d|M(?:rs?|s)[ \n]/g;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}

const signs = "% ‰ ° € $ £ ¥".split(" ").map((unit) => RegExp.escape(unit));
/** As patterns. */
export const units =
  "°C EUR USD CHF GBP Mio. Mrd. Tsd. Uhr Std. Min. Sek. km/h km² km m² m³ cm mm m kg mg g t ml l ha h kWh MWh GWh kW MW kB MB GB TB a.m. p.m."
    .split(" ")
    .map((unit) => RegExp.escape(unit));

/** What stands before and behind a space at which no line may break, as patterns. */
type Rule = readonly [before: string, after: string];

const everywhere: readonly Rule[] = [
  [String.raw`\d`, signs.join("|")],
  [String.raw`\d`, String.raw`(?:${units.join("|")})(?![\p{L}\p{N}])`],
  [String.raw`(?:Mio|Mrd|Tsd)\.`, String.raw`€|EUR|USD|CHF|\$|£`],
  ["§", String.raw`\d`],
  // Initials: J. R. R.
  [String.raw`(?<![\p{L}\p{N}])\p{Lu}\.`, String.raw`\p{Lu}\.`],
  [String.raw`(?<!\p{L})(?:Dr|Prof|Ing|St)\.`, String.raw`\p{L}`],
];

const englishMonths =
  "January|February|March|April|May|June|July|August|September|October|November|December";
const germanMonths =
  "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";

/** They say nothing of each other: what stands before a space holds none. */
export const rules: Readonly<Record<Language, readonly Rule[]>> = {
  de: [
    ...everywhere,
    [
      String.raw`(?<!\p{L})(?:(?:S|Nr|Nrn|Bd|Kap|Abb|Tab|Art|Abs|Ziff|Jg|Anm)\.|Seite|Kapitel)`,
      String.raw`\d`,
    ],
    [String.raw`(?<!\p{L})(?:Hr|Fr)\.`, String.raw`\p{Lu}`],
    [
      String.raw`(?<!\d)\d{1,2}\.`,
      String.raw`(?:${germanMonths}|(?:Jan|Feb|Apr|Aug|Sept?|Okt|Nov|Dez|Jh)\.|Jahrhunderts?)(?!\p{L})`,
    ],
  ],
  en: [
    ...everywhere,
    [String.raw`(?<!\p{L})(?:[Nn]o|pp?|[Vv]ol|[Cc]h|[Ff]ig|[Ss]ec|[Aa]rt)\.`, String.raw`\d`],
    [String.raw`(?<!\p{L})(?:Mr|Mrs|Ms)\.?`, String.raw`\p{Lu}`],
    [String.raw`(?<!\p{L})(?:${englishMonths})`, String.raw`\d{1,2}(?!\d)`],
    [String.raw`(?<!\d)\d{1,2}`, String.raw`(?:${englishMonths})(?!\p{L})`],
  ],
};

/** Any rule's gap, tried where a space stands. */
const gaps: Readonly<Record<Language, RegExp>> = { de: anyOf(rules.de), en: anyOf(rules.en) };

function anyOf(some: readonly Rule[]): RegExp {
  const each = some.map(([before, after]) => `(?<=${before})[ \\n](?=${after})`);
  return new RegExp(each.join("|"), "uy");
}
