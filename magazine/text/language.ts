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
  /** Where a link leads that stands in place of what it leads to. */
  readonly video: (place: string) => string;
  readonly post: (place: string) => string;
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
    video: (place) => `Video auf ${place}`,
    post: (place) => `Beitrag auf ${place}`,
    heading: "abschnitt",
  },
  en: {
    quotes: ["“", "”", "‘", "’"],
    footnotes: "Footnotes",
    footnote: (number) => `Footnote ${number}`,
    backToText: "Back to the text",
    table: (number) => `Table ${number}`,
    box: (number) => `Box ${number}`,
    video: (place) => `Video on ${place}`,
    post: (place) => `Post on ${place}`,
    heading: "section",
  },
};
