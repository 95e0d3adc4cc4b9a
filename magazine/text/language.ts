import type { Language } from "../model.ts";
import type { Quotes } from "./quotes.ts";

/** What differs between the languages inside a text. */
interface LanguageWords {
  /** Opening and closing double quotes, then single ones. */
  readonly quotes: Quotes;
  /** Names for those who hear the page instead of seeing it. */
  readonly footnotes: string;
  readonly footnote: (number: number) => string;
  readonly backToText: string;
  readonly table: (number: number) => string;
  readonly box: (number: number) => string;
  /** The id of a heading of which no letter or digit can stand in an id. */
  readonly heading: string;
}

export const languageWords: Readonly<Record<Language, LanguageWords>> = {
  de: {
    quotes: ["„", "“", "‚", "‘"],
    footnotes: "Fußnoten",
    footnote: (number) => `Fußnote ${number}`,
    backToText: "Zurück zum Text",
    table: (number) => `Tabelle ${number}`,
    box: (number) => `Kasten ${number}`,
    heading: "abschnitt",
  },
  en: {
    quotes: ["“", "”", "‘", "’"],
    footnotes: "Footnotes",
    footnote: (number) => `Footnote ${number}`,
    backToText: "Back to the text",
    table: (number) => `Table ${number}`,
    box: (number) => `Box ${number}`,
    heading: "section",
  },
};
