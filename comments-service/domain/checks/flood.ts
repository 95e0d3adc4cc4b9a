import type { Check } from "./check.ts";

const MOST = 4;

/** More than four comments of one address within ten minutes. */
export const flood: Check = {
  name: "flood",
  holds: ({ lately }) => lately >= MOST,
};
