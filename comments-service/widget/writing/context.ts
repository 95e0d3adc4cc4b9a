import type { Context } from "../context.ts";
import type { Words } from "../words/de.ts";
import { de } from "./words/de.ts";
import type { WritingWords } from "./words/de.ts";
import { en } from "./words/en.ts";

/** What every view of one who writes needs to know. */
export interface WritingContext extends Context {
  words: Words & WritingWords;
}

/** Adds the words that only who writes gets to see. Written so that a build can leave the other language out (see element.ts). */
export function writingContext(context: Context): WritingContext {
  const words = document.documentElement.lang === "de" ? de : en;
  return { ...context, words: { ...context.words, ...words } };
}
