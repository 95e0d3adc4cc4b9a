import type { Language } from "../model.ts";

/** The words that stand in addresses, by the magazine's language. Each is taken: no content file may be named so. */
export const addressWords = {
  de: {
    page: "seite",
    all: "alles",
    authors: "autoren",
    topics: "themen",
    series: "serien",
    archive: "archiv",
    search: "suche",
    images: "bilder",
  },
  en: {
    page: "page",
    all: "all",
    authors: "authors",
    topics: "topics",
    series: "series",
    archive: "archive",
    search: "search",
    images: "images",
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
