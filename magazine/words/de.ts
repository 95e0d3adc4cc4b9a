import { searchDe } from "./search.ts";

/** Every word of the German interface. */
export const de = {
  skip: "Zum Text",
  columns: "Kolumnen",
  authors: "Autoren",
  topics: "Themen",
  allSeries: "Serien",
  topic: (name: string) => `Thema: ${name}`,
  series: (name: string) => `Serie: ${name}`,
  partOfSeries: (part: number, count: number) => `Teil ${part} von ${count}`,
  archive: "Archiv",
  columnists: "Kolumnen-Autoren",
  services: "Services & Shop",
  featured: "Redaktion empfiehlt",
  recent: "Neue Artikel",
  allOf: (column: string) => `Alles aus ${column}`,
  articlesBy: (name: string) => `Artikel von ${name}`,
  noArticles: "Hier steht noch nichts. Der erste Artikel kommt bestimmt.",
  and: "und",
  minutes: (count: number): string =>
    count === 1 ? "1 Minute Lesezeit" : `${count} Minuten Lesezeit`,
  marks: { draft: "Entwurf", scheduled: "Geplant", expired: "Abgelaufen" },

  share: "Teilen",
  shareMore: "mehr …",
  shareBy: "Teilen mit …",
  copyLink: "Link kopieren",
  linkCopied: "Der Link ist kopiert.",
  shareWith: {
    x: "jetzt twittern",
    facebook: "auf Facebook teilen",
    linkedin: "LinkedIn",
    xing: "XING",
    whatsapp: "WhatsApp",
    bluesky: "Bluesky",
    mastodon: "Mastodon",
    threads: "Threads",
    telegram: "Telegram",
    reddit: "Reddit",
    email: "E-Mail",
  },

  pagesOfArticle: "Seiten dieses Artikels",
  partOf: (part: number, count: number) => `Seite ${part} von ${count}`,
  nextPart: (part: number, count: number) => `Weiter zu Seite ${part} von ${count}`,
  previousPart: (part: number, count: number) => `Zurück zu Seite ${part} von ${count}`,
  part: "Seite",
  wholeArticle: "Der ganze Artikel",
  all: "Alles zeigen",
  updated: (date: string) => `Aktualisiert am ${date}`,
  corrections: "Korrekturen",
  contents: "Inhalt",
  allBy: (name: string) => `Alle Kolumnen von ${name}`,
  inColumn: (column: string) => `In der Kolumne ${column}`,
  before: (column: string) => `Davor in ${column}`,
  after: (column: string) => `Danach in ${column}`,
  related: "Das könnte dazu passen",
  corrected: (dates: readonly string[]) => `Korrigiert am ${dates.join(", ")}`,

  comments: "Kommentare",
  commentsNeedScript:
    "Die Kommentare lädt ein kleines Skript. Bitte erlauben Sie JavaScript, wenn Sie mitlesen und mitreden möchten.",

  pageOfList: (page: number, count: number) => `Seite ${page} von ${count}`,
  pagesOfList: "Weitere Seiten",
  newer: "Neuere Artikel",
  older: "Ältere Artikel",

  stylePage: {
    title: "Was ein Text enthalten kann",
    text: "Zuerst steht, was man tippt, darunter, was daraus wird. Diese Seite gibt es nur, solange npm start läuft; im Magazin steht sie nicht.",
  },
  search: searchDe,

  feed: "Feed",
  feedOf: (title: string) => `Feed: ${title}`,
  mistakes: {
    title: (count: number) =>
      count === 1 ? "Ein Fehler hält diese Seite auf" : `${count} Fehler halten diese Seite auf`,
    mended:
      "Sobald die Datei berichtigt und gespeichert ist, steht hier wieder die Seite. Leser sehen das nie: Gedruckt wird nur, was keinen Fehler hat.",
    expected: "Erwartet:",
    guess: "Gemeint vielleicht:",
    line: (line: number) => `Zeile ${line}`,
  },
  moved: "Dieser Artikel steht jetzt unter einer anderen Adresse:",
  notFound: {
    title: "Diese Seite gibt es nicht",
    text: "Vielleicht ist sie umgezogen, vielleicht war die Adresse nie ganz richtig. Suchen Sie danach, oder gehen Sie von hier aus weiter:",
    home: "Zur Startseite",
  },
};

export type Words = typeof de;
