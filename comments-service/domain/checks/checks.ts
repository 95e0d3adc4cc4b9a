import { blockedSender } from "./blocked-sender.ts";
import { blockedWords } from "./blocked-words.ts";
import type { Check, Facts } from "./check.ts";
import { flood } from "./flood.ts";
import { honeypot } from "./honeypot.ts";
import { links } from "./links.ts";
import { allHeld, firstComment } from "./moderation.ts";
import { repeatedText } from "./repeated-text.ts";
import { suspectWords } from "./suspect-words.ts";
import { tooQuick } from "./too-quick.ts";

/** Every rule, in the order in which the desk names them. A new one is a small file, a line here, and its reason in `words/`. */
export const checks: readonly Check[] = [
  honeypot,
  blockedSender,
  blockedWords,
  suspectWords,
  links,
  tooQuick,
  repeatedText,
  flood,
  firstComment,
  allHeld,
];

/** All checks that hold a comment; when there is none, it is published. */
export function holding(list: readonly Check[], facts: Facts): Check[] {
  return list.filter((check) => check.holds(facts));
}

/** What checks count. It only rises, and others may raise it while a comment is being settled. */
export type Counted = "lately" | "sameText";

/**
 * How far each of these may have risen for the checks to let a comment appear that they let appear as things stand; null: as far as it
 * likes.
 */
export function roomOf(list: readonly Check[], facts: Facts): Record<Counted, number | null> {
  const room = (name: Counted): number | null => {
    const strict = holding(list, { ...facts, [name]: Infinity });
    if (strict.length === 0) return null;
    let most = facts[name];
    while (holding(strict, { ...facts, [name]: most + 1 }).length === 0) most += 1;
    return most;
  };
  return { lately: room("lately"), sameText: room("sameText") };
}
