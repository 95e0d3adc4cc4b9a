import { tokenAddress } from "../domain/addresses.ts";
import { keyedHash } from "../domain/digest.ts";
import { fittingAct } from "../domain/moderation.ts";
import type { CommentAct, RemovalReason } from "../domain/moderation.ts";
import { DAY } from "../domain/times.ts";
import { hashOfToken } from "../domain/token.ts";
import type { ToDesk } from "../mail/mail.ts";
import type { DeskComment } from "../store/port/queues.ts";
import type { NewActLink } from "../store/port/desk.ts";
import { deskComment, moderate } from "./moderate.ts";
import type { Service } from "./service.ts";
import { isModerator } from "./sign-in.ts";

const LIFETIME = 7 * DAY;

/**
 * Makes a link for each act on a comment, for one moderator: bound to both, and of use for seven days.
 * @returns the addresses, and what the store keeps of them.
 * @param letter whom they are for, and the random seed of the letter that carries them: printed again, it has the same links.
 */
export function makeActLinks(
  { clock, settings }: Pick<Service, "clock" | "settings">,
  comment: string,
  { to: moderator, seed }: ToDesk,
  acts: readonly CommentAct[],
): { addresses: Partial<Record<CommentAct, string>>; kept: NewActLink[] } {
  const links: ReturnType<typeof makeActLinks> = { addresses: {}, kept: [] };
  const expires = clock() + LIFETIME;
  for (const act of acts) {
    const token = keyedHash(seed, `${act} ${comment}`);
    links.addresses[act] = tokenAddress(settings.serviceUrl, "act", token);
    links.kept.push({ tokenHash: hashOfToken("act", token), act, comment, moderator, expires });
  }
  return links;
}

/** A link that may act, with what it acts on. */
export interface ReadyLink {
  by: string;
  comment: DeskComment;
  act: CommentAct;
}

/** What became of a link: used up now, too old, or decided by somebody else; and what the comment is now. */
export interface UsedLink {
  outcome: "done" | "decided" | "expired" | "unknown";
  comment: DeskComment | null;
}

/**
 * Looks at a mailed link, which changes nothing. It does its own act to its own comment, for whom it was written as long as that address is a
 * moderator's, and only until somebody has decided.
 */
export async function readActLink(service: Service, token: string): Promise<ReadyLink | UsedLink> {
  const { store, clock } = service;
  const link = await store.actLink(hashOfToken("act", token));
  if (link === null || !isModerator(service, link.moderator))
    return { outcome: "unknown", comment: null };
  const comment = await deskComment(service, link.comment);
  if (comment === null || link.expires <= clock()) return { outcome: "expired", comment: null };
  const act = fittingAct(link.act, comment.state);
  return link.isDecided || act === null
    ? { outcome: "decided", comment }
    : { by: link.moderator, comment, act };
}

/**
 * Does what the link is for.
 * @param editsRead which words of the comment were read, as `Decision` has it.
 * @returns what became of the link; or the link as it may still act, when the words have been edited since they were read.
 */
export async function useActLink(
  service: Service,
  {
    token,
    reason,
    editsRead,
  }: { token: string; reason: RemovalReason; editsRead: ReadonlyMap<string, number> },
): Promise<ReadyLink | UsedLink> {
  const ready = await readActLink(service, token);
  if ("outcome" in ready) return ready;
  const { by, act } = ready;
  const { id: comment } = ready.comment;
  const removes = act === "reject" || act === "hide";
  const isDone = await moderate(service, {
    act,
    comment,
    by,
    reason: removes ? reason : null,
    note: "",
    lastEditRead: editsRead.get(comment) ?? 0,
    link: hashOfToken("act", token),
  });
  const again = isDone ? null : await readActLink(service, token);
  if (again !== null && !("outcome" in again)) return again;
  return { outcome: isDone ? "done" : "decided", comment: await deskComment(service, comment) };
}
