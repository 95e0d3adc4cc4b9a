import { keyedHash } from "./digest.ts";
import { DAY, HOUR, MINUTE } from "./times.ts";

/** What an address is proven for by a mailed code. */
export type CodePurpose = "reader" | "desk";

/** What an address was proven for; a token of one purpose is nothing for another. One's own page is opened by a mailed link. */
export type Purpose = CodePurpose | "account";

/** How long each proof of an address holds. `code` is how long a mailed code can be typed in. */
export const lifetimes = { code: 10 * MINUTE, reader: 30 * DAY, account: HOUR, desk: 12 * HOUR };

/** How often a code may be tried. */
export const MOST_TRIES = 5;

/** Eight digits from a token of the system's generator; it is so long that no code is likelier than another. */
export function codeOf(token: string): string {
  return String(BigInt(`0x${token}`) % 100_000_000n).padStart(8, "0");
}

/** A code as a reader may type it: spaces and hyphens do not matter. */
export function cleanCode(typed: string): string {
  return typed.replace(/[\s-]/gu, "");
}

/** Eight digits are guessed from a plain hash at once, hence the secret; and the attempt, since two may have the same code. */
export function hashOfCode(secret: string, attempt: string, code: string): string {
  return keyedHash(secret, `code ${attempt} ${code}`);
}
