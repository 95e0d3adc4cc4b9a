import { SECOND } from "../times.ts";
import type { Check } from "./check.ts";

const LEAST = 3 * SECOND;

/** Nobody reads a form, writes and sends within three seconds of its first touch. */
export const tooQuick: Check = {
  name: "too-quick",
  reason: {
    de: "schneller abgeschickt, als ein Mensch schreibt",
    en: "sent quicker than anyone writes",
  },
  holds: ({ openFor }) => openFor !== null && openFor < LEAST,
};
