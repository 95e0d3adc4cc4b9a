import type { RemovalReason } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";
import { quote } from "./quote.ts";

/** The text blocks: why something was removed, as the person is told, in both languages. */
export const removalWords: Record<Site["language"], Record<RemovalReason, string>> = {
  de: {
    spam: "Es ist Spam.",
    duplicate: "Derselbe Text steht schon an anderer Stelle.",
    insult:
      "Der Kommentar ist beleidigend oder herabsetzend. Das schließen unsere Kommentarregeln aus.",
    offtopic:
      "Der Kommentar hat mit dem Thema des Artikels nichts zu tun. Unsere Kommentarregeln verlangen, beim Thema zu bleiben.",
    private:
      "Der Kommentar enthält private Angaben über andere. Das schließen unsere Kommentarregeln aus.",
    advertising: "Der Kommentar wirbt für etwas. Das schließen unsere Kommentarregeln aus.",
    illegal: "Wir halten den Inhalt des Kommentars für rechtswidrig.",
  },
  en: {
    spam: "It is spam.",
    duplicate: "The same text already stands elsewhere.",
    insult: "The comment insults or degrades somebody, which our rules for comments exclude.",
    offtopic:
      "The comment has nothing to do with the subject of the article. Our rules for comments ask you to keep to it.",
    private:
      "The comment contains private details of others, which our rules for comments exclude.",
    advertising: "The comment advertises something, which our rules for comments exclude.",
    illegal: "We consider the content of the comment illegal.",
  },
};

/** Why, in the words of the block and those that the moderator adds. */
export function whyRemoved(
  language: Site["language"],
  reason: RemovalReason,
  note: string,
): string {
  return [removalWords[language][reason], note].filter((part) => part !== "").join("\n\n");
}

/** A removed comment as its writer is told of it (DSA Art. 17: what was done, why, by whom, and what can be done against it). */
export interface RemovedComment {
  site: Site;
  title: string;
  text: string;
  why: string;
  /** How the editors came upon it. */
  cause: "own" | "reports";
}

/** The statement of reasons. Nothing of a reader's stands in the subject. */
export function removalLetter(removed: RemovedComment): { subject: string; text: string } {
  return { de, en }[removed.site.language](removed);
}

const causesDe = {
  own: "Wir sind bei der Durchsicht der Kommentare darauf gestoßen.",
  reports: "Leserinnen oder Leser haben den Kommentar gemeldet.",
};

const causesEn = {
  own: "We came upon it while looking through the comments.",
  reports: "Readers reported the comment.",
};

function de({ site, title, text, why, cause }: RemovedComment) {
  return {
    subject: `Ihr Kommentar zu „${title}“ wurde entfernt`,
    text: `Guten Tag,

wir haben Ihren Kommentar zu „${title}“ in „${site.title}“ entfernt. Er ist für niemanden mehr zu lesen; an seiner Stelle steht ein Hinweis.

${quote(text)}

Der Grund:

${why}

${causesDe[cause]} Ein Mensch hat entschieden, kein Programm.

Wenn Sie anderer Ansicht sind, schreiben Sie der Redaktion; die Adresse steht im Impressum: ${site.url}

Der Weg zu den Gerichten steht Ihnen immer offen.

Freundliche Grüße
Redaktion „${site.title}“
`,
  };
}

function en({ site, title, text, why, cause }: RemovedComment) {
  return {
    subject: `Your comment on “${title}” was removed`,
    text: `Hello,

we removed your comment on “${title}” in “${site.title}”. Nobody can read it any more; a notice stands in its place.

${quote(text)}

The reason:

${why}

${causesEn[cause]} A person decided this, not a program.

If you do not agree, write to the editors; their address is in the imprint: ${site.url}

The courts are always open to you.

Kind regards
The editors of “${site.title}”
`,
  };
}
