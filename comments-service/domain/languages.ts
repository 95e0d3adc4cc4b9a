import type { Site } from "./thread-list.ts";

export type Language = Site["language"];

declare global {
  /** The magazine's language, where a bundler is told it (`wrangler.jsonc`): then no words of another are in the bundle. */
  const LANGUAGE: Language | undefined;
}

/** Whose words are there. */
export const languages: readonly [Language, ...Language[]] =
  typeof LANGUAGE === "undefined" ? ["de", "en"] : [LANGUAGE];

/** What is wrong when the magazine speaks this language, and what to do; null where its words are there. */
export function lackOfWords(language: Language): string | null {
  if (languages.includes(language)) return null;
  return `the magazine's language is ${language}, and this was bundled with the words of ${languages.join()} alone: set LANGUAGE to ${language} where it is bundled (wrangler.jsonc), and deploy it again`;
}
