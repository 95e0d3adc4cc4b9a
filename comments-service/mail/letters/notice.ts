import type { Site } from "../../domain/thread-list.ts";
import type { DeskEntry } from "./desk.ts";
import { quote, quoteBeginning } from "./quote.ts";

/** A notice of illegal content in the letters about it. */
export interface NoticeInLetter {
  site: Site;
  /** The article's title, and the comment with its address. */
  title: string;
  link: string;
  /** Its words; in a letter to its writer or the desk only. */
  text: string;
}

/** What a decision means for the comment; `removed otherwise` when it stays removed for another notice. */
export type Outcome = "removed" | "stays" | "back" | "removed otherwise";

const outcomes: Record<Site["language"], Record<Outcome, string>> = {
  de: {
    removed: "Wir haben den Kommentar entfernt. Er ist für niemanden mehr zu lesen.",
    stays: "Der Kommentar bleibt stehen.",
    back: "Wir haben unsere Entscheidung geändert. Der Kommentar ist wieder zu lesen.",
    "removed otherwise":
      "Diese Meldung ist für uns kein Grund, den Kommentar zu entfernen. Er bleibt trotzdem entfernt: Zu demselben Kommentar gab es eine weitere Meldung. Auf sie hin haben wir ihn entfernt, und diese Entscheidung gilt weiterhin.",
  },
  en: {
    removed: "We removed the comment. Nobody can read it any more.",
    stays: "The comment stays.",
    back: "We have changed our decision. The comment can be read again.",
    "removed otherwise":
      "This notice is no reason for us to remove the comment. It stays removed all the same: there was another notice about the same comment, for which we removed it, and that decision still stands.",
  },
};

interface Written {
  subject: string;
  text: string;
}

/** The receipt to whoever gave the notice (DSA Art. 16(4)). The link names the comment: its words may have been erased when it arrives. */
export function receiptLetter({
  site,
  title,
  link,
  reason,
}: Omit<NoticeInLetter, "text"> & { reason: string }): Written {
  return site.language === "de"
    ? {
        subject: `Ihre Meldung zu einem Kommentar unter „${title}“`,
        text: `Guten Tag,

wir haben Ihre Meldung bekommen, dass dieser Kommentar unter „${title}“ rechtswidrig sei:

${link}

Ihre Begründung:

${quoteBeginning(reason)}

Ein Mensch sieht sich die Meldung an. Wie wir entscheiden und warum, schreiben wir Ihnen.

Freundliche Grüße
Redaktion „${site.title}“
`,
      }
    : {
        subject: `Your notice about a comment on “${title}”`,
        text: `Hello,

we have received your notice that this comment on “${title}” is illegal:

${link}

Your explanation:

${quoteBeginning(reason)}

A person will look at the notice. We will write to you what we decide, and why.

Kind regards
The editors of “${site.title}”
`,
      };
}

/** Tells a moderator of a notice, or of an objection to what was decided on it. */
export function noticeEntry({
  site,
  title,
  link,
  text,
  reason,
  desk,
  isObjection,
}: NoticeInLetter & { reason: string; desk: string; isObjection: boolean }): DeskEntry {
  const about = { addresses: {}, desk };
  return site.language === "de"
    ? {
        ...about,
        subject: isObjection
          ? `Einspruch zu einem Kommentar unter „${title}“`
          : `Rechtswidrig? Kommentar unter „${title}“`,
        opening: `In „${site.title}“ ${isObjection ? "erhebt jemand Einspruch gegen eine Entscheidung" : "hält jemand einen Kommentar für rechtswidrig"}.`,
        text: `Die Begründung:

${quote(reason)}

Der Kommentar:

${quote(text)}

${link}

Bitte entscheiden Sie, und geben Sie die Gründe an.`,
      }
    : {
        ...about,
        subject: isObjection
          ? `Objection about a comment on “${title}”`
          : `Illegal? A comment on “${title}”`,
        opening: `In “${site.title}” somebody ${isObjection ? "objects to a decision" : "considers a comment illegal"}.`,
        text: `The explanation:

${quote(reason)}

The comment:

${quote(text)}

${link}

Please decide, and give the reasons.`,
      };
}

/** The decision with its reasons, to whoever gave the notice or wrote the comment (DSA Art. 16(5), 17, 20(5)). */
export function noticeDecisionLetter({
  site,
  title,
  link,
  text,
  outcome,
  grounds,
  objection,
}: NoticeInLetter & {
  outcome: Outcome;
  grounds: string;
  objection: string | null;
}): Written {
  const words = text === "" ? "" : `\n${quote(text)}\n`;
  if (site.language === "de") {
    return {
      subject: `Unsere Entscheidung zu einem Kommentar unter „${title}“`,
      text: `Guten Tag,

es geht um diesen Kommentar unter „${title}“, der uns als rechtswidrig gemeldet wurde:
${words}
${link}

${outcomes.de[outcome]}

Die Gründe:

${grounds}

Ein Mensch hat entschieden, kein Programm.
${objection === null ? "" : `\nWenn Sie anderer Ansicht sind, können Sie hier sechs Monate lang kostenlos Einspruch erheben. Dann sieht sich jemand die Sache an, der sie noch nicht entschieden hat:\n\n${objection}\n`}
Sie können sich auch an eine zugelassene Stelle zur außergerichtlichen Streitbeilegung wenden. Der Weg zu den Gerichten steht Ihnen immer offen.

Freundliche Grüße
Redaktion „${site.title}“
`,
    };
  }
  return {
    subject: `Our decision on a comment on “${title}”`,
    text: `Hello,

this is about a comment on “${title}” of which we were given notice that it is illegal:
${words}
${link}

${outcomes.en[outcome]}

The reasons:

${grounds}

A person decided this, not a program.
${objection === null ? "" : `\nIf you do not agree, you can object here for six months, free of charge. Then somebody looks at it who has not decided on it yet:\n\n${objection}\n`}
You can also turn to a certified body for out-of-court dispute settlement. The courts are always open to you.

Kind regards
The editors of “${site.title}”
`,
  };
}
