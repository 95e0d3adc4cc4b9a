import type { Site } from "../../domain/thread-list.ts";
import { toReader, wordsOf } from "./written.ts";
import type { Written } from "./written.ts";

/**
 * The letter with the code to sign in by.
 * @param wayIn the link for an owner whom others' asking keeps out.
 */
export function codeLetter(code: string, wayIn: string, site: Site): Written {
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
  return toReader(site, wordsOf(site).code(shown, wayIn, site.title));
}

/**
 * The letter with the link to all that is kept about an address. It goes to every address that is asked for, known or not.
 * @param wayIn as for the code.
 */
export function mineLetter(link: string, wayIn: string, site: Site): Written {
  return toReader(site, wordsOf(site).mine(link, wayIn, site.title));
}
