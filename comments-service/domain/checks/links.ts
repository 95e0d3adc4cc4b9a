import type { Check } from "./check.ts";

const MOST = 2;
const LINK = /https?:\/\/|\bwww\./giu;

/** More than two links. */
export const links: Check = {
  name: "links",
  holds: ({ text }) => (text.match(LINK)?.length ?? 0) > MOST,
};
