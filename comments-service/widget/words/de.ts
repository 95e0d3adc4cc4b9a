import type { Comment, Reason } from "../../wire.ts";

export const de = {
  locale: "de",
  month: "2-digit" as "2-digit" | "short",

  loading: "Kommentare werden geladen …",
  again: "Noch einmal versuchen",
  newestFirst: "Neueste zuerst",
  empty: "Noch kein Kommentar. Schreiben Sie den ersten.",
  closed: "Die Kommentare sind geschlossen.",
  older: "Ältere Kommentare zeigen",
  notFound: (number: number) => `Kommentar [${number}] ist nicht zu finden.`,

  comment: (number: number, name: string) => `Kommentar ${number}${name && ` von ${name}`}`,
  gone: {
    hidden: "Dieser Kommentar wurde entfernt.",
    erased: "Dieser Kommentar wurde gelöscht.",
  } satisfies Partial<Record<Comment["state"], string>>,
  badge: { author: "Autor", editor: "Redaktion" },
  replyTo: "Antwort auf ",
  reply: "Antworten",
  report: "Spam melden",

  write: "Kommentar abgeben",
  cancel: "Abbrechen",
  name: "Name oder Pseudonym *",
  email: "E-Mail * (wird nicht veröffentlicht)",
  text: "Kommentar *",
  left: (count: number) => (count < 0 ? `${-count} Zeichen zu viel` : `Noch ${count} Zeichen`),
  notice:
    "* Diese Felder müssen ausgefüllt werden. Ihr Kommentar erscheint, sobald Sie ihn über den Link bestätigt haben, den wir Ihnen per E-Mail schicken. ",
  rules: "Regeln",
  privacy: "Datenschutz",
  wrong: {
    name: "Bitte geben Sie einen Namen oder ein Pseudonym an.",
    email: "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@mail.example.",
    text: "Bitte schreiben Sie einen Kommentar.",
  },
  sending: "Wird gesendet …",
  almost: "Fast fertig",
  mailed: (email: string) =>
    `Wir haben Ihnen eine E-Mail an ${email} geschickt. Ihr Kommentar erscheint, sobald Sie ihn über den Link darin bestätigt haben.`,
  mailAgain: "Keine E-Mail bekommen? Noch einmal schicken",
  mailedAgain: "Die E-Mail ist noch einmal unterwegs.",
  another: "Weiteren Kommentar schreiben",

  why: "Grund der Meldung",
  reasons: {
    spam: "Spam oder Werbung",
    insult: "Beleidigung oder Hetze",
    illegal: "Rechtswidriger Inhalt",
    other: "Etwas anderes",
  } satisfies Record<Reason, string>,
  message: "Hinweis an die Redaktion (freiwillig)",
  sendReport: "Melden",
  reported: "Danke. Die Redaktion sieht sich den Kommentar an.",

  away: "Die Kommentare sind gerade nicht zu erreichen.",
  busy: (when: string) => `Das geht gerade nicht. Bitte versuchen Sie es ${when} noch einmal.`,
  refused: "Das hat leider nicht geklappt.",
};

/** Every word of the widget, in one language. */
export type Words = typeof de;
