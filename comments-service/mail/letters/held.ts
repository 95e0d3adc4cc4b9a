import { reasonFor } from "../../domain/checks/checks.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";
import { actLines } from "./acts.ts";
import { quote } from "./quote.ts";

/** A held comment as the moderators read it. */
export interface HeldComment {
  site: Site;
  title: string;
  name: string;
  text: string;
  /** The names of the checks that hold it. */
  heldFor: readonly string[];
  addresses: Partial<Record<CommentAct, string>>;
  desk: string;
}

/** The letter that asks a moderator to decide on a held comment. Nothing of the reader's stands in the subject. */
export function heldLetter(held: HeldComment): { subject: string; text: string } {
  const { site, title, name, text, heldFor, addresses, desk } = held;
  const reasons = heldFor.map((check) => `- ${reasonFor(check, site.language)}`).join("\n");
  const comment = `${quote(text)}\n> – ${quote(name).slice(2)}`;
  const acts = actLines(site.language, addresses, desk);
  return site.language === "de"
    ? {
        subject: `Zu prüfen: Kommentar zu „${title}“`,
        text: `In „${site.title}“ wartet ein Kommentar auf Ihre Entscheidung.

Warum er wartet:
${reasons}

Der Kommentar:

${comment}

${acts}
`,
      }
    : {
        subject: `To be checked: a comment on “${title}”`,
        text: `In “${site.title}” a comment waits for your decision.

Why it waits:
${reasons}

The comment:

${comment}

${acts}
`,
      };
}
