import type { Check } from "./check.ts";

/** MODERATION = first: the first comment of an address. */
export const firstComment: Check = {
  name: "first-comment",
  reason: { de: "erster Kommentar dieser Adresse", en: "first comment of this address" },
  holds: ({ moderation, published }) => moderation === "first" && published === 0,
};

/** MODERATION = all, or the desk's switch of this thread. */
export const allHeld: Check = {
  name: "all-held",
  reason: { de: "alle Kommentare werden erst geprüft", en: "all comments are checked first" },
  holds: ({ moderation, threadHeld }) => moderation === "all" || threadHeld,
};
