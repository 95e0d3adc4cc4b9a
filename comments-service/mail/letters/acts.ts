import type { CommentAct } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";

const words = {
  de: {
    publish: "Veröffentlichen",
    keep: "Stehen lassen",
    reject: "Ablehnen",
    hide: "Verbergen",
    erase: "Name, Adresse und Text löschen",
    each: "Jeder Link führt zu einer Seite mit einem Knopf und gilt sieben Tage, solange niemand sonst entschieden hat.",
  },
  en: {
    publish: "Publish",
    keep: "Let it stand",
    reject: "Reject",
    hide: "Hide",
    erase: "Erase name, address and text",
    each: "Each link leads to a page with one button and works for seven days, as long as nobody else has decided.",
  },
} as const;

/** One link for each act, in a line of its own. */
export function actLines(
  language: Site["language"],
  addresses: Partial<Record<CommentAct, string>>,
): string[] {
  // The keys are acts by their type.
  const links = Object.entries(addresses) as [CommentAct, string][];
  return links.map(([act, address]) => `${words[language][act]}:\n${address}`);
}

/** What these links do. */
export function actsHint(language: Site["language"]): string {
  return words[language].each;
}
