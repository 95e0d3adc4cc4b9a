import type { Language } from "../domain/languages.ts";
import { wordsIn } from "./words.ts";

/** What the kept name of a check means; the name itself when there is no such check any more. */
export function reasonFor(name: string, language: Language): string {
  const words: Readonly<Record<string, string>> = wordsIn(language).checks;
  return words[name] ?? name;
}
