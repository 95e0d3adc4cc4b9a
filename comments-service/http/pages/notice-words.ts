/** The words of the pages for notices of illegal content, in one language. */
interface NoticeWords {
  title: string;
  intro: string;
  about: (number: number) => string;
  reason: string;
  name: string;
  email: string;
  abuse: string;
  faith: string;
  send: string;
  required: string;
  trap: string;
  wrong: Record<"reason" | "name" | "email" | "faith", string>;
  received: { title: string; sentence: string };
  busy: { title: string; sentence: string };
  missing: { title: string; sentence: string };
  objection: {
    title: string;
    intro: string;
    grounds: string;
    text: string;
    send: string;
    given: { title: string; sentence: string };
    over: { title: string; sentence: string };
    unknown: { title: string; sentence: string };
  };
}

export const noticeWords: Record<"de" | "en", NoticeWords> = {
  de: {
    title: "Rechtswidrigen Inhalt melden",
    intro:
      "Hier melden Sie einen Kommentar, den Sie für rechtswidrig halten (Artikel 16 des Digital Services Act). Sie bekommen eine Eingangsbestätigung und später die Entscheidung mit ihren Gründen per E-Mail. Wer den Kommentar geschrieben hat, erfährt Ihren Namen nicht. Für Spam und Unhöflichkeiten genügt „Spam melden“ am Kommentar selbst.",
    about: (number) => `Es geht um den Kommentar [${number}]:`,
    reason: "Warum halten Sie den Inhalt für rechtswidrig? *",
    name: "Ihr Name *",
    email: "Ihre E-Mail-Adresse *",
    abuse:
      "Es geht um Darstellungen sexuellen Missbrauchs von Kindern. (Dann dürfen Name und Adresse fehlen.)",
    faith:
      "Ich bin in gutem Glauben davon überzeugt, dass meine Angaben richtig und vollständig sind. *",
    send: "Meldung abschicken",
    required: "* Diese Felder müssen ausgefüllt werden.",
    trap: "Bitte leer lassen",
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
    objection: {
      title: "Einspruch erheben",
      intro:
        "Sie sind mit unserer Entscheidung nicht einverstanden? Schreiben Sie uns, warum. Dann sieht sich jemand die Sache an, der sie noch nicht entschieden hat, und Sie bekommen das Ergebnis mit seinen Gründen per E-Mail.",
      grounds: "Unsere Gründe waren:",
      text: "Warum sollen wir anders entscheiden?",
      send: "Einspruch abschicken",
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
  },
  en: {
    title: "Give notice of illegal content",
    intro:
      "Here you give notice of a comment that you consider illegal (Article 16 of the Digital Services Act). You get a receipt and, later, the decision with its reasons by mail. Whoever wrote the comment is not told your name. For spam and rudeness ‘Report spam’ at the comment itself is enough.",
    about: (number) => `This is about comment [${number}]:`,
    reason: "Why is the content illegal? *",
    name: "Your name *",
    email: "Your e-mail address *",
    abuse: "It shows sexual abuse of children. (Then name and address may be left out.)",
    faith: "I believe in good faith that what I say is accurate and complete. *",
    send: "Send the notice",
    required: "* These fields are required.",
    trap: "Please leave this empty",
    wrong: {
      reason: "Please explain your notice, in 5,000 characters at most.",
      name: "Please give your name, in 80 characters at most.",
      email: "Please give an address like name@example.com.",
      faith: "Without this statement we cannot take the notice.",
    },
    received: {
      title: "Your notice has arrived",
      sentence:
        "Thank you. A person will look at it. If you gave an address, the receipt is on its way; the decision follows by mail.",
    },
    busy: { title: "Too many notices just now", sentence: "Please try again later." },
    missing: {
      title: "There is no such comment",
      sentence: "Perhaps it has been removed in the meantime.",
    },
    objection: {
      title: "Object to a decision",
      intro:
        "You do not agree with our decision? Tell us why. Then somebody looks at it who has not decided on it yet, and you get the outcome with its reasons by mail.",
      grounds: "Our reasons were:",
      text: "Why should we decide otherwise?",
      send: "Send the objection",
      given: {
        title: "Your objection has arrived",
        sentence: "You will get the outcome with its reasons by mail.",
      },
      over: {
        title: "The time is up",
        sentence: "An objection was possible for six months. The courts are open to you.",
      },
      unknown: {
        title: "This link is not known",
        sentence: "Perhaps it is not complete. Please open it once more from the e-mail.",
      },
    },
  },
};
