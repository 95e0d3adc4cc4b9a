import type { Language } from "../../magazine/model.ts";

const de = {
  kind: "Was soll neu sein?",
  kinds: { article: "Artikel", author: "Autor", column: "Kolumne", page: "Seite" },
  title: {
    article: "Wie heißt der Artikel?",
    author: "Wie heißt der Autor oder die Autorin?",
    column: "Wie heißt die Kolumne?",
    page: "Wie heißt die Seite?",
  },
  column: "In welcher Kolumne?",
  author: "Von wem?",
  description: "Wovon handelt die Kolumne? Ein Satz.",
  slug: "Wie soll die Datei heißen? Ihr Name steht in der Adresse.",
  needsText: "Hier fehlt ein Text.",
  notSlug: (slug: string) =>
    `„${slug}“ kann in keiner Adresse stehen. Möglich sind Kleinbuchstaben von a bis z, Ziffern und einzelne Bindestriche dazwischen.`,
  reserved: (slug: string) => `„${slug}“ steht schon in den Adressen des Magazins selbst.`,
  taken: (slug: string, file: string) => `„${slug}“ ist vergeben: ${file}.`,
  isThere: (path: string) => `${path} ist schon da.`,
  otherName: "Einen anderen Namen gibt --slug NAME.",
  stopped: "Nichts wurde geschrieben.",
  written: (path: string) => `${path} ist angelegt.`,
  draft:
    'Solange dort "draft: true" steht, erscheint der Artikel nicht; npm start zeigt ihn schon.',
  optional: {
    standfirst: "Ein oder zwei Sätze unter der Überschrift.",
    topics: "[Ein Thema, Noch eines]",
    imageAlt: "Was auf dem Bild zu sehen ist.",
    tagline: "Die Stimme aus dem Vertrieb",
    role: "Redakteurin",
    badge: "Autorin",
    pageDescription: "Ein Satz für Suchmaschinen.",
  },
  body: "Hier beginnt der Text.",
};

const en: typeof de = {
  kind: "What shall be new?",
  kinds: { article: "Article", author: "Author", column: "Column", page: "Page" },
  title: {
    article: "What is the article called?",
    author: "What is the author's name?",
    column: "What is the column called?",
    page: "What is the page called?",
  },
  column: "In which column?",
  author: "By whom?",
  description: "What is the column about? One sentence.",
  slug: "What shall the file be called? Its name stands in the address.",
  needsText: "A text is missing here.",
  notSlug: (slug) =>
    `"${slug}" cannot stand in an address. Lower-case letters a to z, digits and single hyphens between them can.`,
  reserved: (slug) => `"${slug}" is one of the magazine's own addresses.`,
  taken: (slug, file) => `"${slug}" is taken: ${file}.`,
  isThere: (path) => `${path} is there already.`,
  otherName: "--slug NAME gives it another name.",
  stopped: "Nothing was written.",
  written: (path) => `${path} is there now.`,
  draft: 'While it says "draft: true", the article does not appear; npm start shows it already.',
  optional: {
    standfirst: "One or two sentences under the headline.",
    topics: "[A topic, Another]",
    imageAlt: "What the picture shows.",
    tagline: "The voice from sales",
    role: "Editor",
    badge: "Guest author",
    pageDescription: "One sentence for search engines.",
  },
  body: "The text begins here.",
};

/** What `npm run new` says and writes, by the magazine's language. */
export const words: Readonly<Record<Language, typeof de>> = { de, en };
