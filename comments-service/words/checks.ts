import { de } from "./de/checks.ts";
import { en } from "./en/checks.ts";

/** What the kept name of a check means; the name itself when there is no such check any more. */
export function reasonFor(name: string, language: "de" | "en"): string {
  const words: Readonly<Record<string, string>> = { de, en }[language];
  return words[name] ?? name;
}
