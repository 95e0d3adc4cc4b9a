import { SECOND } from "../times.ts";
import type { Check } from "./check.ts";

const LEAST = 3 * SECOND;

/** Nobody reads a form, writes and sends within three seconds of its first touch. */
export const tooQuick: Check = {
  name: "too-quick",
  holds: ({ openFor }) => openFor !== null && openFor < LEAST,
};
