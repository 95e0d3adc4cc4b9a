import type { Site } from "../../domain/thread-list.ts";
import { de } from "../../words/de/letters.ts";
import type { Letters, LetterText } from "../../words/de/letters.ts";
import { en } from "../../words/en/letters.ts";

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
  return { de, en }[language];
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
