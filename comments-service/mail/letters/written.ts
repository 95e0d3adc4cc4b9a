import type { Site } from "../../domain/thread-list.ts";
import type { Letters, LetterText } from "../../words/de/letters.ts";
import { wordsIn } from "../../words/words.ts";

/** A letter as it was written. */
export interface Written {
  subject: string;
  text: string;
}

/** A comment as the letters about it show it: the article's title, its place there, its words. */
export interface CommentInLetter {
  site: Site;
  title: string;
  link: string;
  text: string;
}

/** All words of letters in the magazine's language. */
export function wordsOf({ language }: Pick<Site, "language">): Letters {
  return wordsIn(language).letters;
}

/** A letter to a reader, from its greeting to who sends it. */
export function toReader(site: Site, { subject, parts }: LetterText): Written {
  const { greeting, closing } = wordsOf(site);
  return { subject, text: inParts([greeting, ...parts, closing(site.title)]) };
}

/** Parts with an empty line between them. */
export function inParts(parts: readonly string[]): string {
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}

const BEGINNING = 300;

/**
 * A reader's words inside a letter: each line marked, so that they cannot pass for ours; and addresses broken up, also bare ones that mail
 * programs make links of, so that our link is the only one and nobody can have us mail his to strangers.
 */
export function quote(words: string): string {
  return words
    .replace(/(?<=\S)([.:@])(?=[\p{L}/])/gu, "$1 ")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** The same for a letter to an address that nobody has proven: only the beginning, so that it is of no use as a letter of somebody else's. */
export function quoteBeginning(words: string): string {
  const beginning = Array.from(words).slice(0, BEGINNING).join("");
  return quote(beginning === words ? words : `${beginning.trimEnd()} …`);
}

/** A quotation with the name of whose words they are. */
export function signedBy(name: string, quoted: string): string {
  return `${quoted}\n> – ${quote(name).slice(2)}`;
}
