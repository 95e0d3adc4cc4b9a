import type { Site } from "../../domain/thread-list.ts";
import { quote } from "./quote.ts";

/** What became of a comment that was held, for the person who wrote it. */
export interface DecidedComment {
  site: Site;
  title: string;
  text: string;
  /** Where it stands, when it was published; else why it was not. */
  outcome: { link: string } | { why: string };
}

/** The letter about a decision on a held comment. */
export function decisionLetter(decided: DecidedComment): { subject: string; text: string } {
  return { de, en }[decided.site.language](decided);
}

function de({ site, title, text, outcome }: DecidedComment) {
  const isPublished = "link" in outcome;
  return {
    subject: isPublished
      ? `Ihr Kommentar zu „${title}“ ist erschienen`
      : `Ihr Kommentar zu „${title}“ erscheint nicht`,
    text: `Guten Tag,

die Redaktion hat Ihren Kommentar zu „${title}“ gelesen:

${quote(text)}

${isPublished ? `Er steht jetzt unter dem Artikel:\n\n${outcome.link}` : `Sie hat entschieden, ihn nicht zu veröffentlichen.\n\nDie Begründung:\n\n${outcome.why}\n\nWenn Sie anderer Ansicht sind, schreiben Sie der Redaktion; die Adresse steht im Impressum: ${site.url}`}

Freundliche Grüße
Redaktion „${site.title}“
`,
  };
}

function en({ site, title, text, outcome }: DecidedComment) {
  const isPublished = "link" in outcome;
  return {
    subject: isPublished
      ? `Your comment on “${title}” has appeared`
      : `Your comment on “${title}” will not appear`,
    text: `Hello,

the editors have read your comment on “${title}”:

${quote(text)}

${isPublished ? `It now stands below the article:\n\n${outcome.link}` : `They decided not to publish it.\n\nThe reason:\n\n${outcome.why}\n\nIf you do not agree, write to the editors; their address is in the imprint: ${site.url}`}

Kind regards
The editors of “${site.title}”
`,
  };
}
