import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("de");

/** An answer of the editors, from the desk. */
export const answer = {
  link: "Antworten",
  title: (name: string) => (name ? `Antwort an ${name}` : "Antwort"),
  name: "Name über der Antwort",
  house: "Redaktion",
  text: "Antwort",
  hint: (email: string) =>
    `Die Antwort erscheint sofort, als „Redaktion“ gekennzeichnet und unter Ihrer Adresse ${email}, die niemand sieht. Wer dem Gespräch folgt, erfährt davon.`,
  send: "Antworten",
  publish: "Veröffentlichen und antworten",
  closed: "Die Kommentare zu diesem Artikel sind geschlossen, deshalb ist keine Antwort möglich.",
  full: "In diesem Gespräch stehen schon so viele Antworten, dass keine weitere möglich ist.",
  wrong: {
    name: "Bitte geben Sie einen Namen an (höchstens 80 Zeichen).",
    text: "Bitte schreiben Sie eine Antwort (höchstens 5.000 Zeichen).",
    replyTo: "Der Kommentar wurde inzwischen verborgen, deshalb ist keine Antwort möglich.",
  },
};

/** Sentences that moderators keep. */
export const textBlocks = {
  nav: "Textbausteine",
  title: "Textbausteine",
  hint: "Sätze, die immer wieder gebraucht werden. Sie stehen beim Antworten, beim Ablehnen und bei Entscheidungen über Meldungen zum Einsetzen bereit.",
  none: "Noch gibt es keine eigenen Textbausteine.",
  new: "Neuer Textbaustein",
  edit: "Textbaustein ändern",
  name: "Titel",
  text: "Text",
  purpose: "Wofür",
  purposes: { answer: "Antworten", reason: "Gründe" },
  language: "Sprache",
  languages: { de: "Deutsch", en: "Englisch" },
  save: "Speichern",
  change: "Ändern",
  remove: "Löschen",
  removeOne: (title: string) => `${inQuotes(title)} löschen`,
  changeOne: (title: string) => `${inQuotes(title)} ändern`,
  insert: "Einsetzen",
  insertOne: (title: string) => `${inQuotes(title)} einsetzen`,
  wrong: {
    title: "Bitte geben Sie einen Titel an (höchstens 80 Zeichen).",
    text: "Bitte schreiben Sie den Text (höchstens 5.000 Zeichen).",
  },
};

/** Notes to colleagues. */
export const notes = {
  link: "Notiz",
  title: "Notizen",
  text: "Notiz für Kolleginnen und Kollegen",
  about: "Worüber",
  abouts: { comment: "Dieser Kommentar", writer: "Alles von dieser Adresse" },
  hint: "Nur die Moderation liest Notizen. Bitte bleiben Sie sachlich: Wer den Kommentar geschrieben hat, bekommt sie auf Verlangen mit den eigenen Daten. Mit dem Kommentar oder mit der Adresse werden auch sie gelöscht.",
  save: "Notieren",
  remove: "Löschen",
  removeOne: (words: string) => `Notiz ${inQuotes(words)} löschen`,
  of: (by: string, about: "comment" | "writer") =>
    about === "comment" ? `Notiz von ${by}:` : `Notiz zur Adresse von ${by}:`,
  wrong: "Bitte schreiben Sie die Notiz (höchstens 1.000 Zeichen).",
};
