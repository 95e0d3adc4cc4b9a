import type { Check } from "./check.ts";

const MOST = 4;

/** More than four comments of one address within ten minutes. */
export const flood: Check = {
  name: "flood",
  reason: { de: "viele Kommentare in kurzer Zeit", en: "many comments in a short time" },
  holds: ({ lately }) => lately >= MOST,
};
