import type { Check } from "./check.ts";

/** MODERATION = first: the first comment of an address. */
export const firstComment: Check = {
  name: "first-comment",
  holds: ({ moderation, published }) => moderation === "first" && published === 0,
};

/** MODERATION = all, or the desk's switch of this thread. */
export const allHeld: Check = {
  name: "all-held",
  holds: ({ moderation, threadHeld }) => moderation === "all" || threadHeld,
};
