/** The words of the search page, in a file of their own: its script carries those of one language. */
export const searchDe = {
  title: "Suche",
  label: "Suche im Magazin",
  submit: "Suchen",
  needsScript: "Die Suche braucht JavaScript. Ohne finden Sie alles hier:",
  notReady: "Die Suche ist noch nicht bereit. Bis dahin finden Sie alles hier:",
  failed: "Die Suche ist gerade nicht zu erreichen. Bitte versuchen Sie es gleich noch einmal.",
  filter: "Filter",
  filters: { column: "Kolumne", author: "Autor", year: "Jahr" },
  /** As they stand in the address of a search. */
  parameters: { column: "kolumne", author: "autor", year: "jahr" },
  without: "nicht mehr filtern",
  clear: "Alle Filter entfernen",
  further: "Weitere Treffer",
  others: "Weitere",
  /** What was found, of all that was found before the filters. */
  found: (count: number, of: number): string => {
    if (count < of) return `${count} von ${of} Treffern`;
    return count === 1 ? "1 Treffer" : `${count} Treffer`;
  },
  forWords: (words: string): string => (words === "" ? "" : ` für „${words}“`),
  nothing: "Nichts gefunden",
  otherWords: "Vielleicht hilft ein anderes Wort oder ein Filter weniger.",
  partOf: (part: number, count: number): string => `Seite ${part} von ${count}`,
};

export type SearchWords = typeof searchDe;

export const searchEn: SearchWords = {
  title: "Search",
  label: "Search the magazine",
  submit: "Search",
  needsScript: "The search needs JavaScript. Without it you find everything here:",
  notReady: "The search is not ready yet. Until then you find everything here:",
  failed: "The search cannot be reached just now. Please try again in a moment.",
  filter: "Filters",
  filters: { column: "Column", author: "Author", year: "Year" },
  parameters: { column: "column", author: "author", year: "year" },
  without: "remove this filter",
  clear: "Remove all filters",
  further: "More results",
  others: "More",
  found: (count, of) => {
    if (count < of) return `${count} of ${of} results`;
    return count === 1 ? "1 result" : `${count} results`;
  },
  forWords: (words) => (words === "" ? "" : ` for “${words}”`),
  nothing: "Nothing found",
  otherWords: "Perhaps another word helps, or one filter less.",
  partOf: (part, count) => `Page ${part} of ${count}`,
};
