import { lengthOf } from "../plain-text.ts";
import { SECOND } from "../times.ts";
import type { Check, Facts } from "./check.ts";
import { hasWord } from "./words.ts";
import type { Place } from "./words.ts";

const MOST_LINKS = 2;
const LINK = /https?:\/\/|\bwww\./giu;
const WHOLE_LINK = /(?:https?:\/\/|\bwww\.)\S*/giu;
// Nobody reads a form, writes and sends so soon after its first touch.
const QUICKEST = 3 * SECOND;
// 'Danke!' may be said by many.
const LEAST_REPEATED = 20;
const MOST_LATELY = 4;

/** Every rule, in the order in which the desk names them. A new one is an entry here, and its reason in `words/`. */
export const checks: readonly Check[] = [
  // The form has a field that no person sees; programs fill in whatever there is.
  { name: "honeypot", holds: ({ isHoneypotFilled }) => isHoneypotFilled },
  // The desk has blocked the address or its domain. The sender is told nothing of it.
  { name: "blocked-sender", holds: ({ isBlocked }) => isBlocked },
  // Words that never stand in an honest comment, and words that a moderator should look at: BLOCKED_WORDS and SUSPECT_WORDS.
  { name: "blocked-words", holds: (facts) => hasWord(wordsOf(facts), facts.blockedWords) },
  { name: "suspect-words", holds: (facts) => hasWord(wordsOf(facts), facts.suspectWords) },
  { name: "links", holds: ({ text }) => (text.match(LINK)?.length ?? 0) > MOST_LINKS },
  { name: "too-quick", holds: ({ openFor }) => openFor !== null && openFor < QUICKEST },
  // The same words stand in another comment of this day.
  {
    name: "repeated-text",
    holds: ({ text, sameText }) => sameText > 0 && lengthOf(text) >= LEAST_REPEATED,
  },
  // The fifth comment of one address within ten minutes.
  { name: "flood", holds: ({ lately }) => lately >= MOST_LATELY },
  // MODERATION = first: the first comment of an address.
  {
    name: "first-comment",
    holds: ({ moderation, published }) => moderation === "first" && published === 0,
  },
  // MODERATION = all, or the desk's switch of this thread.
  { name: "all-held", holds: ({ moderation, threadHeld }) => moderation === "all" || threadHeld },
];

/** Where the links of a text stand. */
export function linkPlaces(text: string): Place[] {
  return [...text.matchAll(WHOLE_LINK)].map(({ 0: link, index }) => [index, index + link.length]);
}

function wordsOf({ name, text }: Facts): string {
  return `${name}\n${text}`;
}

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
