import { keyedHash } from "../domain/digest.ts";
import type { CommentAct } from "../domain/moderation.ts";
import { DAY } from "../domain/times.ts";
import { hashOfToken } from "../domain/token.ts";
import type { Service } from "./service.ts";
import type { NewActLink } from "../store/port/desk.ts";
import type { ToDesk } from "../mail/mail.ts";

const LIFETIME = 7 * DAY;

/** The addresses of the acts in one letter, and what the store keeps of them. */
export interface ActLinks {
  addresses: Partial<Record<CommentAct, string>>;
  kept: NewActLink[];
}

/**
 * Makes a link for each act on a comment, for one moderator: bound to both, and of use for seven days.
 * @param letter whom they are for, and the random seed of the letter that carries them: printed again, it has the same links.
 */
export function makeActLinks(
  { clock, settings }: Pick<Service, "clock" | "settings">,
  comment: string,
  { to: moderator, seed }: ToDesk,
  acts: readonly CommentAct[],
): ActLinks {
  const links: ActLinks = { addresses: {}, kept: [] };
  const expires = clock() + LIFETIME;
  for (const act of acts) {
    const token = keyedHash(seed, `${act} ${comment}`);
    links.addresses[act] = `${settings.serviceUrl}/act?token=${token}`;
    links.kept.push({ tokenHash: hashOfToken("act", token), act, comment, moderator, expires });
  }
  return links;
}
