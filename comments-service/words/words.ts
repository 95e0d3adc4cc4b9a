import type { Language } from "../domain/languages.ts";
import { de } from "./de/words.ts";
import { en } from "./en/words.ts";

/** Every word of the service that people read, in one language. */
export type Words = typeof de;

// A bundler that knows LANGUAGE leaves out what is then never reached.
const tables: { readonly [Each in Language]?: Words } =
  typeof LANGUAGE === "undefined" ? { de, en } : LANGUAGE === "de" ? { de } : { en };

/** @throws an error when the words of this language were left out of the bundle. */
export function wordsIn(language: Language): Words {
  const words = tables[language];
  if (words === undefined) throw new Error(`the words of ${language} are not in this bundle`);
  return words;
}
