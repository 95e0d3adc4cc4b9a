import type { de } from "../de/checks.ts";

export const en: Record<keyof typeof de, string> = {
  honeypot: "filled in the invisible field",
  "blocked-sender": "blocked address or domain",
  "blocked-words": "blocked word",
  "suspect-words": "suspect word",
  links: "more than two links",
  "too-quick": "sent quicker than anyone writes",
  "repeated-text": "the same text as another comment",
  flood: "many comments in a short time",
  "first-comment": "first comment of this address",
  "all-held": "all comments are checked first",
};
