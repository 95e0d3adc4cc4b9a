import { reasonFor } from "../../words/checks.ts";
import type { DeskEntry, InDeskLetter } from "./desk.ts";
import { quote, signedBy } from "./quote.ts";
import { wordsOf } from "./written.ts";

/** A held comment as the moderators read it. */
export interface HeldComment extends InDeskLetter {
  name: string;
  text: string;
  /** The names of the checks that hold it. */
  heldFor: readonly string[];
}

/** Asks a moderator to decide on a held comment. Nothing of the reader's stands in the subject. */
export function heldEntry({ site, title, name, text, heldFor, ...links }: HeldComment): DeskEntry {
  const { held, comment } = wordsOf(site).toDesk;
  const reasons = heldFor.map((check) => `- ${reasonFor(check, site.language)}`);
  return {
    ...links,
    subject: held.subject(title),
    opening: held.opening(site.title),
    text: `${[held.why, ...reasons].join("\n")}\n\n${comment}\n\n${signedBy(name, quote(text))}`,
  };
}
