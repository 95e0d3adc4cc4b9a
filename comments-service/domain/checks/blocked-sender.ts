import type { Check } from "./check.ts";

/** The desk has blocked the address or its domain. The sender is told nothing of it. */
export const blockedSender: Check = {
  name: "blocked-sender",
  holds: ({ isBlocked }) => isBlocked,
};
