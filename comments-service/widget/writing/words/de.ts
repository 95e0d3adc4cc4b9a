import type { Reason } from "../../../wire.ts";

export const de = {
  cancel: "Abbrechen",
  busy: (when: string) => `Das geht gerade nicht. Bitte versuchen Sie es ${when} noch einmal.`,
  left: (count: number) => (count < 0 ? `${-count} Zeichen zu viel` : `Noch ${count} Zeichen`),
  wrong: {
    name: "Bitte geben Sie einen Namen oder ein Pseudonym an.",
    email: "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
    text: "Bitte schreiben Sie einen Kommentar.",
  },
  sending: "Wird gesendet …",
  almost: "Fast fertig",
  mailed: (email: string) =>
    `Wir haben Ihnen eine E-Mail an ${email} geschickt. Ihr Kommentar erscheint, sobald Sie ihn über den Link darin bestätigt haben.`,
  mayBeLate: " Heute kann das etwas dauern; kommt nichts an, versuchen Sie es morgen noch einmal.",
  mailAgain: "Keine E-Mail bekommen? Erneut senden",
  mailedAgain: "Die E-Mail ist noch einmal unterwegs.",
  another: "Weiteren Kommentar schreiben",

  noticeSignedIn: "Ihr Kommentar erscheint sofort. ",
  held: "Danke. Die Redaktion sieht sich Ihren Kommentar an, bevor er erscheint. Wie sie entscheidet, erfahren Sie per E-Mail.",
  signInTitle: "Anmelden",
  signInHint:
    "Wir schicken Ihnen einen Code per E-Mail. Wenn Sie angemeldet sind, erscheinen Ihre Kommentare sofort, und Sie können sie bearbeiten und löschen.",
  address: "E-Mail-Adresse",
  stay: "Angemeldet bleiben",
  sendCode: "Code schicken",
  code: "Code aus der E-Mail",
  codeSent: (email: string) => `Der Code ist an ${email} unterwegs. Er gilt zehn Minuten.`,
  codeAgain: "Neuen Code schicken",
  codeWrong: "Der Code stimmt nicht oder gilt nicht mehr.",
  enter: "Anmelden",
  signedInAs: (email: string) => `Angemeldet als ${email}`,
  yours: "Ihre Daten",
  signOut: "Abmelden",
  signedOut: "Ihre Anmeldung ist abgelaufen. Ihr Text ist noch da.",
  edit: "Bearbeiten",
  erase: "Löschen",
  save: "Änderung speichern",
  tooLate: "Zu spät: Die Viertelstunde ist um, oder jemand hat schon geantwortet.",
  reallyErase: "Den Kommentar endgültig löschen?",
  eraseNow: "Ja, löschen",

  codeMissing: "Bitte geben Sie den Code aus dem Bild ein.",
  pictureWrong: "Der Code stimmt nicht. Hier ist ein neues Bild.",

  reasons: {
    spam: "Spam oder Werbung",
    insult: "Beleidigung oder Hetze",
    other: "Etwas anderes",
  } satisfies Partial<Record<Reason, string>>,
  message: "Hinweis an die Redaktion (freiwillig)",
  toNotice: "Als rechtswidrig melden (mit Eingangsbestätigung und begründeter Entscheidung)",
  reported: "Danke. Die Redaktion sieht sich den Kommentar an.",
};

/** The words that only who writes gets to see, in one language. */
export type WritingWords = typeof de;
