import { lengthOf } from "../plain-text.ts";
import type { Check } from "./check.ts";

// 'Danke!' may be said by many.
const LEAST_CHARACTERS = 20;

/** The same words stand in another comment of this day. */
export const repeatedText: Check = {
  name: "repeated-text",
  holds: ({ text, sameText }) => sameText > 0 && lengthOf(text) >= LEAST_CHARACTERS,
};
