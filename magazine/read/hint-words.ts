import type { Language } from "../model.ts";

/** A hint in words: what was seen, and what would be better. */
type Words = readonly [what: string, better: string];

const de = {
  hint: "Hinweis",
  better: "besser",
  quote: [
    'ein gerades " ohne Partner wird so gedruckt, wie es dasteht',
    'ein zweites ", oder \\" wo es gemeint ist',
  ] as Words,
  spaces: ["mehrere Leerzeichen hintereinander", "eines"] as Words,
  long: (words: number): Words => [
    `ein Artikel von ${words} Wörtern auf einer einzigen Seite`,
    "eine Zeile <!-- pagebreak --> zwischen zwei Absätzen",
  ],
  picture: (file: string, megabytes: string, megapixels: string): Words => [
    `das Bild ${file} ist sehr groß (${megabytes} MB, ${megapixels} Megapixel)`,
    "höchstens 5 MB und 24 Megapixel; breiter als 1.280 Pixel wird kein Foto gedruckt",
  ],
  small: (file: string, width: number): Words => [
    `das Bild ${file} ist für seinen Platz über dem Text zu klein (so zugeschnitten ${width} Pixel breit)`,
    "mindestens 960 Pixel breit, am besten 1.280",
  ],
  http: (address: string): Words => [
    `der Link ${address} führt zu einer unverschlüsselten Adresse`,
    "https://, wenn die Seite es kann",
  ],
};

const en: typeof de = {
  hint: "hint",
  better: "better",
  quote: [
    'a straight " without a partner is printed as it stands',
    'a second ", or \\" where it is meant',
  ],
  spaces: ["several spaces in a row", "one"],
  long: (words) => [
    `an article of ${words} words on a single page`,
    "a line <!-- pagebreak --> between two paragraphs",
  ],
  picture: (file, megabytes, megapixels) => [
    `the picture ${file} is huge (${megabytes} MB, ${megapixels} megapixels)`,
    "5 MB and 24 megapixels at most; no photograph is printed wider than 1,280 pixels",
  ],
  small: (file, width) => [
    `the picture ${file} is too small for its place above the text (${width} pixels wide as it is cut)`,
    "at least 960 pixels wide, best of all 1,280",
  ],
  http: (address) => [
    `the link ${address} leads to an address without encryption`,
    "https://, if the site has it",
  ],
};

/** The words of hints, by the magazine's language. */
export const hintWords: Readonly<Record<Language, typeof de>> = { de, en };
