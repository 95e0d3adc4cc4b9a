import type { Gone, Scope } from "../../wire.ts";

/** A sentence with a link: what stands before it, in it and behind it. */
export type Linked = [before: string, link: string, after: string];

export const de = {
  locale: "de",
  month: "2-digit" as "2-digit" | "short",
  oclock: (clock: string) => `${clock} Uhr`,

  loading: "Kommentare werden geladen …",
  again: "Erneut versuchen",
  order: "Reihenfolge",
  orders: { newest: "Neueste zuerst", oldest: "Älteste zuerst", recommended: "Nur Empfohlene" },
  empty: "Noch kein Kommentar. Schreiben Sie den ersten.",
  closed: (since: string) => `Die Kommentare sind ${since && `seit dem ${since} `}geschlossen.`,
  readOn: " Lesen können Sie sie weiterhin.",
  older: "Ältere Kommentare zeigen",
  newer: "Neuere Kommentare zeigen",
  moreReplies: (count: number) =>
    count === 1 ? "Eine weitere Antwort" : `${count} weitere Antworten`,
  subscribe: "Kommentare abonnieren (Feed)",
  notFound: (number: number) => `Kommentar [${number}] ist nicht zu finden.`,

  comment: (number: number, name: string) => `Kommentar ${number}${name && ` von ${name}`}`,
  gone: {
    hidden: "Vorläufig verborgen, bis die Redaktion entschieden hat.",
    removed: "Von der Redaktion entfernt.",
    erased: "Dieser Kommentar wurde gelöscht.",
  } satisfies Record<Gone, string>,
  badge: { author: "Autor", editor: "Redaktion" },
  ofThis: " dieses Artikels",
  pick: "Redaktionsempfehlung",
  replyTo: "Antwort auf ",
  edited: "bearbeitet",
  nameless: "Ohne Namen",
  reply: "Antworten",
  report: "Melden",

  write: "Kommentar abgeben",
  name: "Name oder Pseudonym *",
  email: "E-Mail * (wird nicht veröffentlicht)",
  text: "Kommentar *",
  required: "* Pflichtfelder. ",
  notice:
    "Ihr Kommentar erscheint, sobald Sie ihn über den Link in unserer E-Mail bestätigt haben. ",
  notify: "Per E-Mail benachrichtigen",
  scopes: {
    replies: "bei Antworten auf meinen Kommentar",
    thread: "bei jedem neuen Kommentar zum Artikel",
  } satisfies Record<Scope, string>,
  signIn: "Lieber anmelden",
  rules: ["Es gelten unsere ", "Kommentarregeln", ". "] as Linked,
  privacy: ["Mehr unter ", "Datenschutz", "."] as Linked,

  outdated: "Ein Teil dieser Seite ließ sich nicht laden. ",
  reload: "Seite neu laden, den Text behalten",

  away: "Die Kommentare sind gerade nicht zu erreichen.",
  refused: "Das hat leider nicht geklappt.",
};

/** The words of the widget in one language, but for those that only who writes gets to see (writing/words/). */
export type Words = typeof de;
