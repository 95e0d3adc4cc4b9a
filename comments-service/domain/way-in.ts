import * as v from "valibot";
import { seal, unseal } from "./seal.ts";
import { DAY } from "./times.ts";

const WayIn = v.object({ wayIn: v.string(), until: v.number() });

/**
 * What a link in a letter proves for a day: whoever has it reads this address's mail. It opens nothing; it is good for one thing, to make
 * the network known in which it is pressed. It is closed and not kept, so that an attack with many letters leaves nothing behind.
 */
export function wayInToken(secret: string, email: string, now: number): string {
  return seal(secret, JSON.stringify({ wayIn: email, until: now + DAY }));
}

/** The address for which such a token was made; null when it is none, or too old. */
export function readWayIn(secrets: readonly string[], token: string, now: number): string | null {
  for (const secret of secrets) {
    const json = unseal(secret, token);
    if (json === null) continue;
    const read = v.safeParse(WayIn, JSON.parse(json));
    return read.success && read.output.until > now ? read.output.wayIn : null;
  }
  return null;
}
