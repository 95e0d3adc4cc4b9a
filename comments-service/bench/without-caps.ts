import type { Limits, Rate } from "../domain/rates.ts";

const none: readonly Rate[] = [];
const caps = { sender: none, thread: none, site: none };

/** The asking process of a benchmark is one sender, who sends more than anybody may. */
export const withoutCaps: Partial<Limits> = {
  comment: caps,
  report: caps,
  again: { sender: none, comment: none, site: none },
};
