import { callModerators } from "./tell-desk.ts";
import type { Facts } from "../domain/checks/check.ts";
import { holding, roomOf } from "../domain/checks/checks.ts";
import { blockable, mailboxOf } from "../domain/email-address.ts";
import { tellSubscribers } from "./tell.ts";
import type { Service } from "./service.ts";
import type { KeptComment } from "../store/port/reading.ts";
import type { Settlement } from "../store/port/settling.ts";

/** A comment that was confirmed, or that a signed-in reader has just written or edited; it is `published` already when it is an edit. */
interface Settled extends Omit<KeptComment, "number" | "askedAt"> {
  signedIn: boolean;
}

/**
 * What becomes of a comment: the checks decide, and the letters that belong to it are written. Nothing is stored yet: the act that
 * asked puts the settlement into its own batch (`settleStatements`), which stands only where nothing has happened meanwhile that the checks
 * would have held it for (`stillFits`); then it is settled once more.
 */
export async function settle(service: Service, comment: Settled): Promise<Settlement> {
  const { ids, checks } = service;
  const { badge, author } = houseBadge(service, comment);
  // Whoever belongs to the house is not checked.
  const facts = badge === null ? await factsAbout(service, comment) : null;
  const held = facts === null ? [] : holding(checks, facts);
  const { email, text } = comment;
  const settlement = {
    id: ids.id(),
    badge,
    author,
    // Only what appears has to be as few still when it does.
    room: facts === null || held.length > 0 ? null : { email, text, ...roomOf(checks, facts) },
    heldFor: held.map(({ name }) => name),
    letters: [],
    desk: [],
  };
  if (held.length > 0) return { ...settlement, state: "held", desk: callModerators(service) };
  const isNew = comment.state !== "published";
  return {
    ...settlement,
    state: "published",
    letters: isNew ? await tellSubscribers(service, comment) : [],
  };
}

/** `Autor` and `Redaktion` stand only beside who has proven by signing in that the address is theirs. */
function houseBadge(
  { settings }: Pick<Service, "settings">,
  { email, signedIn }: Pick<Settled, "email" | "signedIn">,
): Pick<Settlement, "badge" | "author"> {
  const isOwn = (address: string) => signedIn && address.toLowerCase() === email.toLowerCase();
  const author = settings.authors.find((each) => isOwn(each.email));
  if (author !== undefined) return { badge: "author", author: author.id };
  return { badge: settings.moderators.some(isOwn) ? "editor" : null, author: null };
}

async function factsAbout(service: Service, comment: Settled): Promise<Facts> {
  const { store, clock, settings } = service;
  const { id, thread, name, email, text, isHoneypotFilled, openFor } = comment;
  const values = blockable(mailboxOf(email));
  const known = await store.checkFacts(
    { comment: id, thread, email, text, blockable: values },
    clock(),
  );
  const { moderation, blockedWords, suspectWords } = settings;
  const sent = { name, text, isHoneypotFilled, openFor };
  return { ...known, ...sent, moderation, blockedWords, suspectWords };
}
