import type { Check } from "./check.ts";
import { hasWord } from "./has-word.ts";

/** Words that never stand in an honest comment: BLOCKED_WORDS. */
export const blockedWords: Check = {
  name: "blocked-words",
  holds: ({ name, text, blockedWords: words }) => hasWord(`${name}\n${text}`, words),
};
