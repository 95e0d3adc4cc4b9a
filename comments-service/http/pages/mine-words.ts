import type { OwnComment, Scope } from "../../wire.ts";

/** What was done, as a page says it after the act. */
export const acts = ["edited", "held", "late", "invalid", "erased", "stopped"] as const;
export type Said = (typeof acts)[number];

/** The words of the pages on which somebody sees and changes what is his own. */
export interface MineWords {
  /** Asking for the link. */
  ask: { title: string; sentence: string; email: string; button: string };
  mailed: { title: string; sentence: string };
  mailedLate: { title: string; sentence: string };
  busy: { title: string; sentence: string };
  unknown: { title: string; sentence: string; again: string };
  gone: { title: string; sentence: string };

  title: string;
  one: string;
  about: (site: string, email: string) => string;
  none: string;
  older: string;
  said: Record<Said, string>;
  states: Record<OwnComment["state"], string>;
  labels: { state: string; name: string; written: string; edited: string; text: string };
  editable: (time: string) => string;
  save: string;
  erase: string;
  wishes: string;
  scopes: Record<Scope, string>;
  stop: string;
  export: { title: string; sentence: string; link: string };
  forget: { title: string; erase: string; keep: string; button: string };
  forgotten: { title: string; sentence: string };
}

const de: MineWords = {
  ask: {
    title: "Ihre Kommentare",
    sentence:
      "Geben Sie die E-Mail-Adresse an, mit der Sie kommentiert haben. Wir schicken Ihnen einen Link: Dort sehen Sie alles, was dazu gespeichert ist, und können es herunterladen, ändern oder löschen.",
    email: "E-Mail-Adresse",
    button: "Link schicken",
  },
  mailed: {
    title: "Die E-Mail ist unterwegs",
    sentence: "Der Link darin gilt eine Stunde. Dieses Fenster können Sie schließen.",
  },
  mailedLate: {
    title: "Die E-Mail ist unterwegs",
    sentence:
      "Der Link darin gilt eine Stunde. Gerade wird viel angefordert: Kommt keine E-Mail an, versuchen Sie es später oder morgen noch einmal.",
  },
  busy: {
    title: "Gerade ist viel los",
    sentence: "Bitte versuchen Sie es in einigen Minuten noch einmal.",
  },
  unknown: {
    title: "Der Link gilt nicht mehr",
    sentence: "Er ist abgelaufen, oder er ist nicht vollständig.",
    again: "Neuen Link anfordern",
  },
  gone: {
    title: "Diesen Kommentar gibt es nicht mehr",
    sentence: "Name, Adresse und Text sind gelöscht.",
  },
  title: "Ihre Kommentare",
  one: "Ihr Kommentar",
  about: (site, email) => `Das ist alles, was „${site}“ zu ${email} gespeichert hat.`,
  none: "Zu dieser Adresse gibt es keinen Kommentar.",
  older: "Ältere Kommentare",
  said: {
    edited: "Der Kommentar ist geändert.",
    held: "Der Kommentar ist geändert. Die Redaktion sieht ihn sich an, bevor er erscheint.",
    late: "Der Kommentar lässt sich nicht mehr ändern: Die Zeit ist um, oder jemand hat schon geantwortet.",
    invalid: "Der Kommentar ist unverändert: Der neue Text ist leer oder länger als 5.000 Zeichen.",
    erased: "Der Kommentar ist gelöscht.",
    stopped: "Sie bekommen zu diesem Artikel keine Benachrichtigungen mehr.",
  },
  states: {
    unconfirmed: "wartet auf Ihre Bestätigung",
    held: "wird von der Redaktion geprüft",
    published: "veröffentlicht",
    hidden: "verborgen",
    rejected: "nicht veröffentlicht",
  },
  labels: {
    state: "Stand",
    name: "Name",
    written: "Geschrieben",
    edited: "Bearbeitet",
    text: "Text",
  },
  editable: (time) => `Ändern können Sie den Text bis zum ${time} Uhr, solange niemand antwortet.`,
  save: "Änderung speichern",
  erase: "Kommentar löschen",
  wishes: "Benachrichtigungen",
  scopes: {
    replies: "Antworten auf Ihren Kommentar zu",
    thread: "Neue Kommentare zu",
  },
  stop: "Abbestellen",
  export: {
    title: "Herunterladen",
    sentence: "Alles, was hier steht, als Datei, die auch Programme lesen können (JSON):",
    link: "Daten herunterladen",
  },
  forget: {
    title: "Alles löschen",
    erase: "Name, Adresse und Texte löschen",
    keep: "Name und Adresse löschen, veröffentlichte Texte ohne Namen stehen lassen",
    button: "Endgültig löschen",
  },
  forgotten: {
    title: "Alles ist gelöscht",
    sentence:
      "Zu Ihrer Adresse ist nichts mehr gespeichert. Auch Anmeldungen, Benachrichtigungen und noch nicht verschickte E-Mails sind gelöscht.",
  },
};

const en: MineWords = {
  ask: {
    title: "Your comments",
    sentence:
      "Give the e-mail address that you have commented with. We send you a link: there you see all that is kept about it, and can download it, change it or delete it.",
    email: "E-mail address",
    button: "Send the link",
  },
  mailed: {
    title: "The e-mail is on its way",
    sentence: "The link in it works for an hour. You may close this window.",
  },
  mailedLate: {
    title: "The e-mail is on its way",
    sentence:
      "The link in it works for an hour. A lot is being asked for just now: if no e-mail arrives, try again later or tomorrow.",
  },
  busy: { title: "It is busy here", sentence: "Please try again in a few minutes." },
  unknown: {
    title: "This link no longer works",
    sentence: "It has expired, or it is not complete.",
    again: "Ask for a new link",
  },
  gone: {
    title: "This comment is no longer there",
    sentence: "Name, address and text have been deleted.",
  },
  title: "Your comments",
  one: "Your comment",
  about: (site, email) => `This is all that “${site}” keeps about ${email}.`,
  none: "There is no comment from this address.",
  older: "Older comments",
  said: {
    edited: "The comment has been changed.",
    held: "The comment has been changed. The editors will look at it before it appears.",
    late: "The comment can no longer be changed: the time is up, or somebody has answered it.",
    invalid: "The comment is unchanged: the new text is empty or longer than 5,000 characters.",
    erased: "The comment has been deleted.",
    stopped: "You will get no more notifications about this article.",
  },
  states: {
    unconfirmed: "waits for your confirmation",
    held: "is being checked by the editors",
    published: "published",
    hidden: "hidden",
    rejected: "not published",
  },
  labels: { state: "State", name: "Name", written: "Written", edited: "Edited", text: "Text" },
  editable: (time) => `You can change the text until ${time}, as long as nobody answers.`,
  save: "Save the change",
  erase: "Delete the comment",
  wishes: "Notifications",
  scopes: { replies: "Replies to your comment on", thread: "New comments on" },
  stop: "Stop",
  export: {
    title: "Download",
    sentence: "All that stands here, as a file that programs can read as well (JSON):",
    link: "Download the data",
  },
  forget: {
    title: "Delete everything",
    erase: "Delete name, address and texts",
    keep: "Delete name and address, leave published texts without a name",
    button: "Delete for good",
  },
  forgotten: {
    title: "Everything is deleted",
    sentence:
      "Nothing is kept about your address any more. Sessions, notifications and e-mails that had not been sent are gone, too.",
  },
};

export const mineWords = { de, en };
