import { sha256 } from "../domain/digest.ts";
import type { CommentAct } from "../domain/moderation.ts";
import { DAY } from "../domain/times.ts";
import type { Service } from "../service.ts";
import type { NewActLink } from "../store/desk.ts";

const LIFETIME = 7 * DAY;

/** The addresses of the acts in one letter, and what the store keeps of them. */
export interface ActLinks {
  addresses: Partial<Record<CommentAct, string>>;
  kept: NewActLink[];
}

/** Makes a link for each act on a comment, for one moderator: bound to both, and of use for seven days. */
export function makeActLinks(
  { ids, clock, settings }: Service,
  comment: string,
  moderator: string,
  acts: readonly CommentAct[],
): ActLinks {
  const links: ActLinks = { addresses: {}, kept: [] };
  for (const act of acts) {
    const token = ids.token();
    links.addresses[act] = `${settings.serviceUrl}/act?token=${token}`;
    const expires = clock() + LIFETIME;
    links.kept.push({ tokenHash: hashOfActToken(token), act, comment, moderator, expires });
  }
  return links;
}

/** The purpose is part of the hash, so that no other token ever acts. */
export function hashOfActToken(token: string): string {
  return sha256(`act ${token}`);
}
