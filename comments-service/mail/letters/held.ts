import { reasonFor } from "../../domain/checks/checks.ts";
import type { DeskEntry, InDeskLetter } from "./desk.ts";
import { quote } from "./quote.ts";

/** A held comment as the moderators read it. */
export interface HeldComment extends InDeskLetter {
  name: string;
  text: string;
  /** The names of the checks that hold it. */
  heldFor: readonly string[];
}

/** Asks a moderator to decide on a held comment. Nothing of the reader's stands in the subject. */
export function heldEntry({ site, title, name, text, heldFor, ...links }: HeldComment): DeskEntry {
  const reasons = heldFor.map((check) => `- ${reasonFor(check, site.language)}`).join("\n");
  const comment = `${quote(text)}\n> – ${quote(name).slice(2)}`;
  return site.language === "de"
    ? {
        ...links,
        subject: `Zu prüfen: Kommentar zu „${title}“`,
        opening: `In „${site.title}“ wartet ein Kommentar auf Ihre Entscheidung.`,
        text: `Warum er wartet:
${reasons}

Der Kommentar:

${comment}`,
      }
    : {
        ...links,
        subject: `To be checked: a comment on “${title}”`,
        opening: `In “${site.title}” a comment waits for your decision.`,
        text: `Why it waits:
${reasons}

The comment:

${comment}`,
      };
}
