import type { RemovalReason } from "../../domain/moderation.ts";
import type { Scope } from "../../wire.ts";
import { de as desk } from "./desk.ts";
import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("de");

/** The subject, and what stands between greeting and closing, part by part. Readers' words come in as they may stand there. */
export interface LetterText {
  subject: string;
  parts: string[];
}

/** Why something was removed, as its writer is told. */
const removalReasons: Record<RemovalReason, string> = {
  spam: "Es ist Spam.",
  duplicate: "Derselbe Text steht schon an anderer Stelle.",
  insult:
    "Der Kommentar ist beleidigend oder herabsetzend. Das schließen unsere Kommentarregeln aus.",
  offtopic:
    "Der Kommentar hat mit dem Artikel nichts zu tun. Das schließen unsere Kommentarregeln aus.",
  private:
    "Der Kommentar enthält private Angaben über andere. Das schließen unsere Kommentarregeln aus.",
  advertising: "Der Kommentar wirbt für etwas. Das schließen unsere Kommentarregeln aus.",
  illegal: "Wir halten den Inhalt des Kommentars für rechtswidrig.",
};

const notify: Record<Scope, string> = {
  replies: "wenn jemand auf Ihren Kommentar antwortet",
  thread: "wenn unter dem Artikel ein neuer Kommentar steht",
};

/**
 * What a decision on a notice means for the comment; `removed otherwise` when it stays removed for another notice, `gone` when something else
 * than notices has taken it away.
 */
const outcomes: Record<"removed" | "stays" | "back" | "removed otherwise" | "gone", string> = {
  removed: "Wir haben den Kommentar entfernt. Er ist für niemanden mehr zu lesen.",
  stays: "Der Kommentar bleibt stehen.",
  back: "Wir haben unsere Entscheidung geändert. Der Kommentar ist wieder zu lesen.",
  "removed otherwise":
    "Diese Meldung ist für uns kein Grund, den Kommentar zu entfernen. Er bleibt trotzdem entfernt: Zu demselben Kommentar gab es eine weitere Meldung. Auf sie hin haben wir ihn entfernt, und diese Entscheidung gilt weiterhin.",
  gone: "Diese Meldung ist für uns kein Grund, den Kommentar zu entfernen. Er ist aber aus einem anderen Grund nicht zu lesen.",
};

/** Where a magazine says how to write to it: its imprint, or, where it has none, its front page. */
export interface Contact {
  isImprint: boolean;
  url: string;
}

const writeToUs = ({ isImprint, url }: Contact) =>
  `Wenn Sie anderer Ansicht sind, schreiben Sie der Redaktion; ${isImprint ? "die Adresse steht im Impressum" : "Sie erreichen sie hier"}: ${url}`;

const wayIn = (link: string) => [
  "Kommen solche E-Mails, ohne dass Sie sie angefordert haben, und kommt keine mehr, wenn Sie selbst eine anfordern? Dann öffnen Sie diesen Link dort, wo Sie sich anmelden wollen; er gilt einen Tag lang:",
  link,
];

export const de = {
  greeting: "Guten Tag,",
  closing: (magazine: string) => `Freundliche Grüße\nRedaktion ${inQuotes(magazine)}`,
  removalReasons,

  /** A guest is asked whether a comment is really his. */
  confirm: (about: {
    magazine: string;
    title: string;
    quoted: string;
    notify: Scope | null;
    link: string;
    expires: string;
  }): LetterText => ({
    subject: `Bitte bestätigen Sie Ihren Kommentar zu ${inQuotes(about.title)}`,
    parts: [
      `mit Ihrer E-Mail-Adresse wurde in ${inQuotes(about.magazine)} ein Kommentar zu ${inQuotes(about.title)} geschrieben:`,
      about.quoted,
      "Ist er von Ihnen? Dann bestätigen Sie ihn bitte über diesen Link. Damit willigen Sie ein, dass er mit dem angegebenen Namen unter dem Artikel erscheint; diese Einwilligung können Sie jederzeit widerrufen:",
      about.link,
      ...(about.notify === null
        ? []
        : [
            `Sie bestätigen damit auch, dass wir Ihnen eine E-Mail schicken, ${notify[about.notify]}. Das können Sie jederzeit wieder abbestellen.`,
          ]),
      `Der Link gilt bis zum ${about.expires}. Wenn Sie nichts geschrieben haben, brauchen Sie nichts zu tun: Der Kommentar erscheint nicht und wird samt Ihrer Adresse nach drei Tagen gelöscht.`,
      "Heben Sie diese E-Mail auf: Mit demselben Link können Sie den Kommentar eine Viertelstunde lang ändern, solange niemand geantwortet hat, und dreißig Tage lang löschen.",
    ],
  }),

  /** The code to sign in by. It stands in the subject, so that a phone shows it at once. */
  code: (code: string, wayInLink: string, magazine: string): LetterText => ({
    subject: `${code} ist Ihr Code für ${inQuotes(magazine)}`,
    parts: [
      `mit diesem Code melden Sie sich bei ${inQuotes(magazine)} an:`,
      code,
      "Er gilt zehn Minuten und nur dort, wo Sie ihn angefordert haben. Geben Sie ihn an niemanden weiter. Wenn Sie sich nicht anmelden wollten, brauchen Sie nichts zu tun.",
      ...wayIn(wayInLink),
    ],
  }),

  /** The link to all that is kept about an address. */
  account: (link: string, wayInLink: string, magazine: string): LetterText => ({
    subject: `Ihre Kommentare in ${inQuotes(magazine)}`,
    parts: [
      `über diesen Link sehen Sie alles, was ${inQuotes(magazine)} zu Ihrer E-Mail-Adresse gespeichert hat, und können es herunterladen, ändern oder löschen:`,
      link,
      "Der Link gilt eine Stunde. Wer ihn hat, kann dasselbe tun wie Sie; geben Sie ihn an niemanden weiter. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.",
      ...wayIn(wayInLink),
    ],
  }),

  /** A held comment has appeared. */
  appeared: (title: string, quoted: string, link: string): LetterText => ({
    subject: `Ihr Kommentar zu ${inQuotes(title)} ist erschienen`,
    parts: [
      `die Redaktion hat Ihren Kommentar zu ${inQuotes(title)} gelesen:`,
      quoted,
      "Er steht jetzt unter dem Artikel:",
      link,
    ],
  }),

  /** A held comment was rejected. */
  rejected: (about: {
    title: string;
    quoted: string;
    why: string;
    contact: Contact;
  }): LetterText => ({
    subject: `Ihr Kommentar zu ${inQuotes(about.title)} erscheint nicht`,
    parts: [
      `die Redaktion hat Ihren Kommentar zu ${inQuotes(about.title)} gelesen:`,
      about.quoted,
      "Sie hat entschieden, ihn nicht zu veröffentlichen.",
      "Die Begründung:",
      about.why,
      writeToUs(about.contact),
    ],
  }),

  /** A published comment was removed (DSA Art. 17: what was done, why, by whom, and what can be done against it). */
  removed: (about: {
    magazine: string;
    title: string;
    quoted: string;
    why: string;
    cause: "own" | "reports";
    contact: Contact;
  }): LetterText => ({
    subject: `Ihr Kommentar zu ${inQuotes(about.title)} wurde entfernt`,
    parts: [
      `wir haben Ihren Kommentar zu ${inQuotes(about.title)} in ${inQuotes(about.magazine)} entfernt. Er ist für niemanden mehr zu lesen; an seiner Stelle steht ein Hinweis.`,
      about.quoted,
      "Der Grund:",
      about.why,
      `${about.cause === "own" ? "Wir sind bei der Durchsicht der Kommentare darauf gestoßen." : "Leserinnen oder Leser haben den Kommentar gemeldet."} Ein Mensch hat entschieden, kein Programm.`,
      writeToUs(about.contact),
      "Der Weg zu den Gerichten steht Ihnen immer offen.",
    ],
  }),

  /** A new comment, for who wanted to be told of it. */
  news: (about: {
    scope: Scope;
    title: string;
    quoted: string;
    link: string;
    unsubscribe: string;
  }): LetterText => ({
    subject: `${about.scope === "replies" ? "Antwort auf Ihren Kommentar" : "Neuer Kommentar"} zu ${inQuotes(about.title)}`,
    parts: [
      about.scope === "replies"
        ? `auf Ihren Kommentar zu ${inQuotes(about.title)} hat jemand geantwortet:`
        : `unter ${inQuotes(about.title)} steht ein neuer Kommentar:`,
      about.quoted,
      "Zum Kommentar:",
      about.link,
      "Benachrichtigungen zu diesem Artikel abbestellen:",
      about.unsubscribe,
    ],
  }),

  /** The receipt for a notice of illegal content (DSA Art. 16(4)). */
  receipt: (title: string, link: string, quoted: string): LetterText => ({
    subject: `Ihre Meldung zu einem Kommentar unter ${inQuotes(title)}`,
    parts: [
      `wir haben Ihre Meldung bekommen, dass dieser Kommentar unter ${inQuotes(title)} rechtswidrig sei:`,
      link,
      "Ihre Begründung:",
      quoted,
      "Ein Mensch sieht sich die Meldung an. Wie wir entscheiden und warum, schreiben wir Ihnen.",
    ],
  }),

  /** The decision on it (DSA Art. 16(5), 17, 20(5)). */
  noticeDecision: (about: {
    title: string;
    link: string;
    /** Empty in the letter to who gave the notice. */
    quoted: string;
    outcome: keyof typeof outcomes;
    grounds: string;
    objection: string | null;
  }): LetterText => ({
    subject: `Unsere Entscheidung zu einem Kommentar unter ${inQuotes(about.title)}`,
    parts: [
      `es geht um diesen Kommentar unter ${inQuotes(about.title)}, der uns als rechtswidrig gemeldet wurde:`,
      ...(about.quoted === "" ? [] : [about.quoted]),
      about.link,
      outcomes[about.outcome],
      "Die Gründe:",
      about.grounds,
      "Ein Mensch hat entschieden, kein Programm.",
      ...(about.objection === null
        ? []
        : [
            "Wenn Sie anderer Ansicht sind, können Sie hier sechs Monate lang kostenlos Einspruch erheben. Dann prüft jemand die Sache, der an der ersten Entscheidung nicht beteiligt war:",
            about.objection,
          ]),
      "Sie können sich auch an eine zugelassene Stelle zur außergerichtlichen Streitbeilegung wenden. Der Weg zu den Gerichten steht Ihnen immer offen.",
    ],
  }),

  /** What stands in letters to moderators. */
  toDesk: {
    act: { ...desk.act, erase: "Name, Adresse und Text löschen" },
    actsHint:
      "Jeder Link führt zu einer Seite mit einem Knopf und gilt sieben Tage, solange niemand sonst entschieden hat.",
    subject: (count: number, magazine: string) =>
      `Moderation: ${count} neue Fälle in ${inQuotes(magazine)}`,
    opening: (count: number, magazine: string) =>
      `In ${inQuotes(magazine)} warten ${count} neue Fälle auf Ihre Entscheidung.`,
    more: (count: number) =>
      `Und ${count === 1 ? "ein weiterer Fall" : `${count} weitere Fälle`} in der Moderation.`,
    details: "In der Moderation:",
    waiting: ({ held, reported, notices }: Record<"held" | "reported" | "notices", number>) =>
      `In der Moderation warten insgesamt: ${held} zu prüfen, ${reported} gemeldet, ${notices} als rechtswidrig gemeldet.`,
    last: "Das ist für heute die letzte E-Mail aus der Moderation. Was noch dazukommt, wartet dort; die nächste E-Mail kommt frühestens morgen.",
    comment: "Der Kommentar:",
    held: {
      subject: (title: string) => `Zu prüfen: Kommentar zu ${inQuotes(title)}`,
      opening: (magazine: string) =>
        `In ${inQuotes(magazine)} wartet ein Kommentar auf Ihre Entscheidung.`,
      why: "Warum er wartet:",
    },
    reported: {
      subject: (title: string, number: string) =>
        `Gemeldet: Kommentar${number} zu ${inQuotes(title)}`,
      opening: (magazine: string) => `In ${inQuotes(magazine)} wurde ein Kommentar gemeldet.`,
      reason: "Grund:",
      reasons: desk.reportReason,
      message: "Dazu heißt es in der Meldung:",
      email: (email: string) => `Adresse der meldenden Person: ${email} (nicht geprüft)`,
      more: (count: number) =>
        count === 1 ? "Dazu eine weitere Meldung." : `Dazu ${count} weitere Meldungen.`,
      became: {
        hidden: "Die Meldungen haben den Kommentar verborgen, bis Sie entscheiden.",
        left: "Der Kommentar ist trotz der Meldungen weiter zu lesen: Meldungen allein verbergen nur wenige Kommentare in der Stunde.",
      },
    },
    notice: {
      subject: (title: string, isObjection: boolean) =>
        isObjection
          ? `Einspruch zu einem Kommentar unter ${inQuotes(title)}`
          : `Rechtswidrig? Kommentar unter ${inQuotes(title)}`,
      opening: (magazine: string, isObjection: boolean) =>
        `In ${inQuotes(magazine)} ${isObjection ? "erhebt jemand Einspruch gegen eine Entscheidung" : "hält jemand einen Kommentar für rechtswidrig"}.`,
      reason: "Die Begründung:",
      please: "Bitte entscheiden Sie, und geben Sie die Gründe an.",
    },
  },
};

export type Letters = typeof de;
