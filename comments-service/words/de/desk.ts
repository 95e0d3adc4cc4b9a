import type { CommentState } from "../../domain/comment.ts";
import type { CommentAct, RemovalReason } from "../../domain/moderation.ts";
import { deciding } from "./deciding.ts";
import { answer, notes, textBlocks } from "./desk-forms.ts";
import { numbers, recordPage } from "./record.ts";
import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("de");

const comments = (count: number) => (count === 1 ? "1 Kommentar" : `${count} Kommentare`);

const reportReason: Record<string, string> = {
  spam: "Spam oder Werbung",
  insult: "Beleidigung oder Hetze",
  illegal: "rechtswidriger Inhalt",
  other: "etwas anderes",
};

const recordAct: Record<string, string> = {
  publish: "veröffentlicht",
  keep: "stehen gelassen",
  reject: "abgelehnt",
  hide: "verborgen",
  leave: "trotz der Meldungen nicht verborgen",
  erase: "gelöscht",
  recommend: "empfohlen",
  unrecommend: "nicht mehr empfohlen",
  answer: "geantwortet",
  hold: "zur Prüfung angehalten",
  free: "freigegeben",
  close: "geschlossen",
  open: "geöffnet",
  block: "gesperrt",
  unblock: "entsperrt",
  undo: "rückgängig gemacht",
  decide: "über eine Meldung entschieden",
};

const who: Record<string, string> = { checks: "Prüfregeln", reports: "Meldungen" };

const acted: Record<"done" | "decided" | "expired" | "unknown", [string, string]> = {
  done: ["Erledigt", "Der Stand des Kommentars:"],
  decided: [
    "Schon entschieden",
    "Über diesen Kommentar wurde inzwischen entschieden, deshalb wurde nichts geändert.",
  ],
  expired: [
    "Der Link gilt nicht mehr",
    "Die Links aus den E-Mails gelten sieben Tage. In der Moderation können Sie jederzeit entscheiden.",
  ],
  unknown: [
    "Diesen Link kennen wir nicht",
    "Vielleicht ist er nicht vollständig. In der Moderation können Sie jederzeit entscheiden.",
  ],
};

const trouble: Record<"foreign" | "missing" | "tooLong", [string, string]> = {
  foreign: [
    "Nichts geändert",
    "Diese Anfrage kam nicht von der Moderation selbst, deshalb wurde nichts geändert.",
  ],
  tooLong: [
    "Das ist zu viel",
    "So viel Text nimmt die Moderation nicht auf einmal an, deshalb wurde nichts geändert.",
  ],
  missing: ["Das gibt es nicht", "Vielleicht wurde es inzwischen gelöscht."],
};

export const de = {
  locale: "de-DE",
  desk: "Moderation",
  skip: "Zum Inhalt",
  signIn: "Anmelden",
  signInHint:
    "Für die Redaktion. Wir schicken einen Code an Ihre Adresse, wenn sie für die Moderation eingetragen ist.",
  email: "E-Mail-Adresse",
  sendCode: "Code schicken",
  code: "Code aus der E-Mail",
  codeHint: (email: string) =>
    `Wenn ${email} für die Moderation eingetragen ist, ist eine E-Mail mit einem Code aus acht Ziffern unterwegs. Er gilt zehn Minuten.`,
  wrongCode: "Der Code ist falsch oder abgelaufen.",
  otherAddress: "Andere Adresse",
  tooMuch: "Gerade wurden zu viele Codes angefordert. Bitte versuchen Sie es später noch einmal.",
  signOut: "Abmelden",
  trouble,
  backToDesk: "Zur Moderation",

  queues: {
    held: "Zu prüfen",
    reported: "Gemeldet",
    published: "Veröffentlicht",
    rejected: "Entfernt",
  },
  notices: "Rechtswidrig?",
  more: "Mehr",
  threads: "Artikel",
  blocks: "Sperren",
  record: "Protokoll",
  search: "Suchen",
  searchLabel: "In Namen, Texten und Adressen",
  searched: (words: string) => `Suche nach ${inQuotes(words)}`,
  searchHint: "Gesucht wird in den 50.000 neuesten Kommentaren.",
  empty: {
    held: "Nichts zu prüfen.",
    reported: "Keine offenen Meldungen.",
    published: "Noch ist nichts veröffentlicht.",
    rejected: "Noch wurde nichts entfernt.",
    other: "Nichts gefunden.",
  },
  next: "Weitere zeigen",
  keys: "Tastenkürzel",
  toMagazine: "Zum Magazin",
  keysOn: "Tastenkürzel sind an.",
  keysOff: "Tastenkürzel sind aus.",
  keysOffDo: "Ausschalten",
  keysOnDo: "Einschalten",
  newToCheck: (count: string) => `${count} neue zu prüfen`,
  showNew: "Anzeigen",
  chosen: (count: string) => `${count} ausgewählt`,
  allHere: "Alle auf dieser Seite",
  keyList: [
    ["j, k", "nächster, voriger Kommentar"],
    ["p", "veröffentlichen oder stehen lassen"],
    ["r", "ablehnen: Sie wählen den Grund"],
    ["h", "verbergen: Sie wählen den Grund"],
    ["x", "auswählen"],
    ["o", "Einzelheiten öffnen"],
    ["u", "rückgängig machen"],
    ["/", "suchen"],
    ["Esc", "Gründe wieder schließen"],
    ["?", "diese Liste"],
  ],

  number: (number: number) => `[${number}]`,
  replyTo: (number: number) => `Antwort auf [${number}]`,
  edited: "bearbeitet",
  state: {
    unconfirmed: "nicht bestätigt",
    held: "zu prüfen",
    published: "veröffentlicht",
    hidden: "verborgen",
    rejected: "abgelehnt",
    erased: "gelöscht",
  } satisfies Record<CommentState, string>,
  heldFor: "Grund der Prüfung",
  reports: (count: number) => (count === 1 ? "1 Meldung" : `${count} Meldungen`),
  wasLeft: "nicht verborgen: Meldungen haben kurz zuvor schon andere verborgen",
  hasNotice: "als rechtswidrig gemeldet",
  act: {
    publish: "Veröffentlichen",
    keep: "Stehen lassen",
    reject: "Ablehnen",
    hide: "Verbergen",
    erase: "Löschen",
  } satisfies Record<CommentAct, string>,
  reason: {
    spam: "Spam",
    duplicate: "Doppelt",
    insult: "Beleidigung",
    offtopic: "Nicht zum Thema",
    private: "Private Angaben",
    advertising: "Werbung",
    illegal: "Rechtswidrig",
  } satisfies Record<RemovalReason, string>,
  reasonLabel: "Grund",
  toldHint:
    "Wer den Kommentar geschrieben hat, erfährt den Grund per E-Mail, außer bei „Spam“ und „Doppelt“.",
  note: "Eigene Worte dazu (stehen mit dem Grund in der E-Mail)",
  select: (name: string) => `Kommentar ${name ? `von ${name}` : "ohne Namen"} auswählen`,
  selected: "Ausgewählte Kommentare",
  details: "Einzelheiten",
  history: "Alles von dieser Adresse",
  historyOf: (email: string) => `Alles von ${email}`,
  reportsTitle: "Meldungen",
  reportReason,
  eraseTitle: (count: number) =>
    count === 1 ? "Endgültig löschen?" : `${comments(count)} endgültig löschen?`,
  eraseHint: (count: number) =>
    `Name, Adresse und Text ${count === 1 ? "des Kommentars" : `von ${count} Kommentaren`} werden für immer gelöscht. Das lässt sich nicht rückgängig machen.`,
  eraseSure: (count: number) =>
    count === 1 ? "Endgültig löschen" : `${comments(count)} endgültig löschen`,
  cancel: "Abbrechen",

  done: (act: string, count: number) =>
    ({
      publish: `${comments(count)} veröffentlicht.`,
      keep: `${comments(count)} stehen gelassen.`,
      reject: `${comments(count)} abgelehnt.`,
      hide: `${comments(count)} verborgen.`,
      erase: `${comments(count)} gelöscht.`,
      recommend: "Als Redaktionsempfehlung gezeigt.",
      unrecommend: "Nicht mehr empfohlen.",
      close: "Geschlossen.",
      open: "Geöffnet.",
      hold: "Neue Kommentare werden hier erst geprüft.",
      free: "Neue Kommentare erscheinen hier wieder sofort.",
      block: "Gesperrt.",
      unblock: "Nicht mehr gesperrt.",
      undo: "Rückgängig gemacht.",
      answer: "Ihre Antwort ist erschienen.",
      decide: "Entschieden. Die Gründe gehen per E-Mail an die Beteiligten.",
    })[act] ?? act,
  nothingDone:
    "Nichts geändert: Es war kein Kommentar ausgewählt, oder jemand hat schon entschieden. Was inzwischen bearbeitet wurde, lesen Sie bitte noch einmal.",
  wasEdited: "Der Text wurde inzwischen bearbeitet. Bitte lesen Sie ihn noch einmal.",
  undo: "Rückgängig",

  acted,

  allClosed: "Die Kommentare sind unter allen Artikeln geschlossen.",
  closeAll: "Alle schließen",
  openAll: "Wieder öffnen",
  closeAllHint:
    "Für den Notfall: Unter keinem Artikel kann mehr jemand kommentieren, bis Sie wieder öffnen.",
  recommend: "Empfehlen",
  unrecommend: "Nicht mehr empfehlen",
  close: "Schließen",
  open: "Öffnen",
  hold: "Alles prüfen",
  free: "Nicht mehr alles prüfen",
  closedHere: "hier geschlossen",
  closedByMagazine: "vom Magazin geschlossen",
  since: "seit",
  heldHere: "alles wird geprüft",
  filter: "Artikel suchen",
  count: comments,

  blockLabel: "Adresse oder Domain",
  blockHint:
    "Wer gesperrt ist, erfährt davon nichts. Neue Kommentare von dort warten unter „Zu prüfen“.",
  block: "Sperren",
  blockAddress: "Adresse sperren",
  blockDomain: "Domain sperren",
  unblock: "Entsperren",
  noBlocks: "Niemand ist gesperrt.",
  wrongBlock: "Das ist weder eine Adresse noch eine Domain.",

  notice: {
    title: "Als rechtswidrig gemeldet",
    hint: "Meldungen nach Artikel 16 des Gesetzes über digitale Dienste (DSA). Wer gemeldet hat, bekommt die Entscheidung mit ihren Gründen, und wer den Kommentar geschrieben hat, wenn er entfernt wird. Beide können sechs Monate lang Einspruch erheben.",
    none: "Keine Meldungen.",
    given: "Die Meldung",
    decided: "Entschieden",
    decide: "Entscheiden",
    another:
      "Über einen Einspruch soll jemand entscheiden, der mit der Sache noch nicht befasst war.",
    beginnings: [
      "Der Kommentar äußert eine Meinung. Sie ist zulässig, auch wenn sie scharf formuliert ist.",
      "Der Kommentar behauptet eine Tatsache. Uns liegt nichts vor, das sie widerlegt.",
      "Der Kommentar enthält eine Beleidigung (§ 185 StGB).",
      "Der Kommentar verletzt das allgemeine Persönlichkeitsrecht.",
      "Der Kommentar erfüllt den Tatbestand der Volksverhetzung (§ 130 StGB).",
    ],
    removedOtherwise:
      "Der Kommentar ist auf eine andere Meldung hin entfernt worden. Solange jene Entscheidung gilt, bleibt er entfernt, wie auch immer Sie hier entscheiden.",
    grounds: "Gründe (gehen per E-Mail an die Beteiligten)",
    remove: "Kommentar entfernen",
    keep: "Kommentar stehen lassen",
    removed: "entfernt",
    kept: "stehen gelassen",
    open: "wartet auf eine Entscheidung",
    objected: "Einspruch",
    objection: {
      notifier: "Einspruch der meldenden Person",
      writer: "Einspruch der kommentierenden Person",
    },
    wrong: "Bitte geben Sie die Gründe an.",
  },

  deciding,
  recordPage,
  numbers,
  answer,
  notes,
  textBlocks,
  recordEmpty: "Noch ist nichts geschehen.",
  recordAct,
  undone: "zurückgenommen",
  who,
};

/** Every word of the desk, in one language. */
export type Words = typeof de;
