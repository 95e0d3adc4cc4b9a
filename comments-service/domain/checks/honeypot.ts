import type { Check } from "./check.ts";

/** The form has a field that no person sees; programs fill in whatever there is. */
export const honeypot: Check = {
  name: "honeypot",
  holds: ({ isHoneypotFilled }) => isHoneypotFilled,
};
