import { quotationMarks } from "../quotation-marks.ts";

const inQuotes = quotationMarks("de");

/** The words of the pages that letters link to, and of the feeds. */
export const de = {
  /** Below every page. */
  around: {
    label: (site: string) => `Über ${inQuotes(site)}`,
    home: "Zum Magazin",
    imprint: "Impressum",
    privacy: "Datenschutz",
  },
  /** A visit comes in a bad moment, or from elsewhere. */
  trouble: {
    busy: {
      title: "Das geht gerade nicht",
      sentence:
        "Bitte versuchen Sie es in einer Minute noch einmal. Es ist nichts verloren gegangen.",
    },
    foreign: {
      title: "Bitte öffnen Sie den Link aus der E-Mail",
      sentence: "Diese Anfrage kam nicht von unserer eigenen Seite, deshalb wurde nichts geändert.",
    },
    tooMuch: {
      title: "Bitte etwas später",
      sentence:
        "Mit Ihrer Adresse wurden gerade sehr viele Kommentare bestätigt. Dieser wartet so lange: Öffnen Sie den Link später noch einmal.",
    },
    tooLong: {
      title: "Das ist zu lang",
      sentence:
        "So viel Text nehmen wir nicht an, deshalb wurde nichts geändert. Bitte kürzen Sie ihn: Mit „Zurück“ kommen Sie wieder zu Ihrem Text.",
    },
  },
  /** The link that confirms a comment. */
  confirm: {
    ask: {
      title: "Kommentar bestätigen",
      sentence: (article: string) =>
        `Ihr Kommentar zu ${inQuotes(article)} erscheint, sobald Sie ihn hier bestätigen. Damit willigen Sie ein, dass wir ihn mit dem angegebenen Namen veröffentlichen; diese Einwilligung können Sie jederzeit widerrufen.`,
    },
    published: {
      title: "Ihr Kommentar ist bestätigt",
      sentence: (article: string) =>
        `Er steht jetzt unter ${inQuotes(article)}. Danke, dass Sie mitreden.`,
    },
    held: {
      title: "Ihr Kommentar wird geprüft",
      sentence: (article: string) =>
        `Ihre Adresse ist bestätigt. Bevor der Kommentar unter ${inQuotes(article)} erscheint, sieht ihn sich die Redaktion an. Wie sie entscheidet, erfahren Sie per E-Mail.`,
    },
    closed: {
      title: "Die Kommentare sind geschlossen",
      sentence: (article: string) =>
        `Unter ${inQuotes(article)} werden keine Kommentare mehr angenommen, deshalb kann Ihrer leider nicht mehr erscheinen.`,
    },
    expired: {
      title: "Der Link ist abgelaufen",
      sentence: (article: string) =>
        `Er galt zwei Tage lang. Ihr Kommentar zu ${inQuotes(article)} ist nicht erschienen; schreiben Sie ihn gern noch einmal.`,
    },
    gone: {
      title: "Diesen Kommentar gibt es nicht mehr",
      sentence: (article: string) =>
        `Der Kommentar zu ${inQuotes(article)}, zu dem dieser Link gehört, wurde entfernt oder gelöscht.`,
    },
    unknown: {
      title: "Diesen Link kennen wir nicht",
      sentence:
        "Vielleicht ist er nicht vollständig, oder er ist schon lange abgelaufen. Am besten öffnen Sie ihn noch einmal aus der E-Mail.",
    },
    button: "Kommentar veröffentlichen",
    toComment: "Zum Kommentar",
    toArticle: "Zum Artikel",
    toOwn: "Kommentar bearbeiten oder löschen",
  },
  /** Where somebody sees and changes what is one's own. */
  account: {
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
    about: (site: string, email: string) =>
      `Das ist alles, was ${inQuotes(site)} zu ${email} gespeichert hat.`,
    none: "Zu dieser Adresse gibt es keinen Kommentar.",
    older: "Ältere Kommentare",
    said: {
      edited: "Ihre Änderung ist gespeichert.",
      held: "Ihre Änderung ist gespeichert. Die Redaktion sieht sich den Kommentar an, bevor er erscheint.",
      tooLate:
        "Der Kommentar lässt sich nicht mehr ändern: Die Zeit ist um, oder jemand hat schon geantwortet.",
      invalid:
        "Der Kommentar ist unverändert: Der neue Text ist leer oder länger als 5.000 Zeichen.",
      erased: "Der Kommentar ist gelöscht.",
      stopped: "Sie bekommen zu diesem Artikel keine Benachrichtigungen mehr.",
    },
    states: {
      unconfirmed: "wartet auf Ihre Bestätigung",
      held: "wird von der Redaktion geprüft",
      published: "veröffentlicht",
      hidden: "vorläufig verborgen, bis die Redaktion entschieden hat",
      removed: "von der Redaktion entfernt",
      rejected: "nicht veröffentlicht",
    },
    labels: {
      state: "Stand",
      name: "Name",
      written: "Geschrieben",
      edited: "Bearbeitet",
      text: "Text",
    },
    editable: (time: string) =>
      `Ändern können Sie den Text bis zum ${time}, solange niemand antwortet.`,
    save: "Änderung speichern",
    erase: "Kommentar löschen",
    wishes: "Benachrichtigungen",
    scopes: {
      replies: (title: string) => `Antworten auf Ihren Kommentar zu ${inQuotes(title)}`,
      thread: (title: string) => `Neue Kommentare zu ${inQuotes(title)}`,
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
  },
  /** Notices of illegal content (DSA Art. 16). */
  notice: {
    title: "Rechtswidrigen Inhalt melden",
    intro:
      "Hier melden Sie einen Kommentar, den Sie für rechtswidrig halten (Artikel 16 des Gesetzes über digitale Dienste, DSA). Sie bekommen eine Eingangsbestätigung und später die Entscheidung mit ihren Gründen per E-Mail. Wer den Kommentar geschrieben hat, erfährt Ihren Namen nicht. Für Spam und Unhöflichkeiten genügt „Melden“ am Kommentar selbst.",
    about: (number: number) => `Es geht um den Kommentar [${number}]:`,
    reason: "Warum halten Sie den Inhalt für rechtswidrig? *",
    name: "Ihr Name *",
    email: "Ihre E-Mail-Adresse *",
    abuse:
      "Es geht um Darstellungen sexuellen Missbrauchs von Kindern. (Dann dürfen Name und Adresse fehlen.)",
    faith:
      "Ich bin in gutem Glauben davon überzeugt, dass meine Angaben richtig und vollständig sind. *",
    send: "Meldung abschicken",
    required: "* Diese Felder müssen ausgefüllt werden.",
    honeypot: "Bitte leer lassen",
    wrong: {
      reason: "Bitte begründen Sie die Meldung in höchstens 5.000 Zeichen.",
      name: "Bitte geben Sie Ihren Namen an (höchstens 80 Zeichen).",
      email: "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
      faith: "Ohne diese Erklärung können wir die Meldung nicht annehmen.",
    },
    received: {
      title: "Ihre Meldung ist angekommen",
      sentence:
        "Danke. Ein Mensch sieht sie sich an. Wenn Sie eine Adresse angegeben haben, ist die Eingangsbestätigung unterwegs; die Entscheidung folgt per E-Mail.",
    },
    busy: {
      title: "Gerade gehen zu viele Meldungen ein",
      sentence: "Bitte versuchen Sie es später noch einmal.",
    },
    missing: {
      title: "Diesen Kommentar gibt es nicht",
      sentence: "Vielleicht wurde er inzwischen entfernt.",
    },
  },
  /** Objections to decisions on them (DSA Art. 20). */
  objection: {
    title: "Einspruch erheben",
    intro:
      "Sie sind mit unserer Entscheidung nicht einverstanden? Schreiben Sie uns, warum. Dann prüft jemand die Sache, der an der ersten Entscheidung nicht beteiligt war, und Sie bekommen das Ergebnis mit seinen Gründen per E-Mail.",
    about: (number: number) => `Es geht um den Kommentar [${number}].`,
    grounds: "Unsere Gründe waren:",
    text: "Warum sollen wir anders entscheiden?",
    send: "Einspruch abschicken",
    wrong: "Bitte schreiben Sie, warum wir anders entscheiden sollen.",
    given: {
      title: "Ihr Einspruch ist angekommen",
      sentence: "Das Ergebnis bekommen Sie mit seinen Gründen per E-Mail.",
    },
    over: {
      title: "Die Frist ist abgelaufen",
      sentence:
        "Einspruch war sechs Monate lang möglich. Der Weg zu den Gerichten steht Ihnen offen.",
    },
    unknown: {
      title: "Diesen Link kennen wir nicht",
      sentence:
        "Vielleicht ist er nicht vollständig. Am besten öffnen Sie ihn noch einmal aus der E-Mail.",
    },
  },
  unsubscribe: {
    ask: "Benachrichtigungen abbestellen",
    askFor: (article: string) =>
      `Wir schreiben Ihnen dann nicht mehr, wenn es unter ${inQuotes(article)} etwas Neues gibt.`,
    button: "Abbestellen",
    ended: "Abbestellt",
    endedFor: (article: string) =>
      `Zu ${inQuotes(article)} bekommen Sie keine Benachrichtigungen mehr.`,
    toArticle: "Zum Artikel",
    unknown: {
      title: "Diesen Link kennen wir nicht",
      sentence:
        "Vielleicht ist er nicht vollständig, oder die Benachrichtigungen sind längst gelöscht.",
    },
  },
  /** What helps against strangers who ask for too many codes. */
  wayIn: {
    ask: {
      title: "Sie kommen nicht hinein?",
      sentences: [
        "Fordert jemand für Ihre E-Mail-Adresse immer wieder Codes oder Links an, dann schicken wir nach einer Weile keine mehr, damit Ihr Postfach nicht voll wird. Auch Ihre eigenen kämen dann nicht mehr an.",
        "Mit diesem Knopf merken wir uns für heute, dass Sie sich von dem Internetanschluss aus melden, über den Sie gerade verbunden sind. Was Sie von hier aus anfordern, kommt danach wieder an. Angemeldet sind Sie damit noch nicht.",
      ],
    },
    button: "Von hier aus wieder anfordern",
    done: {
      title: "Der Weg ist frei",
      sentences: [
        "Fordern Sie jetzt von hier aus einen neuen Code oder Link an. Das gilt bis heute um Mitternacht (Weltzeit, in Deutschland ein oder zwei Uhr nachts).",
      ],
    },
    unknown: {
      title: "Dieser Link gilt nicht mehr",
      sentences: [
        "Er gilt einen Tag lang. Vielleicht ist er auch nicht vollständig. In jeder neueren E-Mail mit einem Code steht ein neuer.",
      ],
    },
  },
  /** The local outbox, for whoever tries the service on a machine of their own. */
  outbox: {
    title: "Postausgang",
    stays:
      "Diese E-Mails bleiben auf diesem Rechner. Damit sie verschickt werden, setzen Sie MAIL_URL auf einen Mailserver.",
    none: "Noch ist keine da: Schreiben Sie einen Kommentar.",
    to: "An",
    time: "Zeit",
  },
  feed: {
    ofThread: (title: string) => `Kommentare zu ${inQuotes(title)}`,
    ofSite: (title: string) => `Kommentare in ${inQuotes(title)}`,
    entry: (name: string, title: string) => `${name} zu ${inQuotes(title)}`,
    nameless: "Ohne Namen",
  },
};
export type PageWords = typeof de;
