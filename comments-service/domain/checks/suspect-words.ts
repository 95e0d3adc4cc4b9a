import type { Check } from "./check.ts";
import { hasWord } from "./has-word.ts";

/** Words that a moderator should look at: SUSPECT_WORDS. */
export const suspectWords: Check = {
  name: "suspect-words",
  holds: ({ name, text, suspectWords: words }) => hasWord(`${name}\n${text}`, words),
};
