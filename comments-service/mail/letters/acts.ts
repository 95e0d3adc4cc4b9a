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
    desk: "Alles Weitere in der Moderation:",
  },
  en: {
    publish: "Publish",
    keep: "Let it stand",
    reject: "Reject",
    hide: "Hide",
    erase: "Erase name, address and text",
    each: "Each link leads to a page with one button and works for seven days, as long as nobody else has decided.",
    desk: "Everything else is at the desk:",
  },
} as const;

/** The end of a letter to the desk: one link for each act, in a line of its own. */
export function actLines(
  language: Site["language"],
  addresses: Partial<Record<CommentAct, string>>,
  desk: string,
): string {
  const said = words[language];
  // The keys are acts by their type.
  const lines = (Object.entries(addresses) as [CommentAct, string][]).map(
    ([act, address]) => `${said[act]}:\n${address}`,
  );
  return `${lines.join("\n\n")}\n\n${said.each}\n\n${said.desk}\n${desk}`;
}
