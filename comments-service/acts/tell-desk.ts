import { commentAddress, deskAddress } from "../domain/addresses.ts";
import { DAY } from "../domain/times.ts";
import { makeActLinks } from "./act-links.ts";
import { hashOfMailbox } from "./letters.ts";
import { deskLetter } from "../mail/letters/desk.ts";
import type { DeskEntry } from "../mail/letters/desk.ts";
import { noticeEntry } from "../mail/letters/notice.ts";
import { heldEntry, reportEntry } from "../mail/letters/desk-entries.ts";
import type { Letter, ToDesk } from "../mail/mail.ts";
import type { Open } from "../mail/outbox.ts";
import { openLetter, openToDesk, sealLetter } from "../mail/sealed-letter.ts";
import { deskComment } from "./moderate.ts";
import type { Service } from "./service.ts";
import type { DeskCall, WaitingLetter } from "../store/port/letters.ts";
import type { DeskNews } from "../store/port/desk-mail.ts";
import type { NewActLink } from "../store/port/desk.ts";
import { inLetter } from "./tell.ts";

// What a letter shows of all that has come; the rest is counted, and read at the desk.
const MOST_ENTRIES = 10;
const MOST_REPORTS = 3;

/** Calls every moderator: an act puts this into its batch when something waits for them. */
export function callModerators({ settings, secret, ids, limits }: Service): DeskCall[] {
  return settings.moderators.map((to) => ({
    ...limits.desk,
    id: ids.id(),
    subject: `desk ${hashOfMailbox(secret, to)}`,
    sealed: sealLetter(secret, { to, seed: ids.token() }),
  }));
}

/** How letters are opened when they leave: those to the desk are printed now, from what waits there. */
export function opener(service: Service): Open {
  const { store, secrets, clock } = service;
  return async (waiting) => {
    const toDesk = openToDesk(secrets, waiting);
    if (toDesk === null) return openLetter(secrets, waiting);
    const now = clock();
    const { since, sent } = await store.gather(waiting, Math.floor(now / DAY) * DAY, now);
    const isLast = sent + 1 >= service.limits.desk.most;
    return (await printToDesk(service, toDesk, { since, isLast })) ?? "over";
  };
}

/** A letter as the local outbox shows it. */
export async function showLetter(service: Service, waiting: WaitingLetter): Promise<Letter | null> {
  const toDesk = openToDesk(service.secrets, waiting);
  if (toDesk === null) return openLetter(service.secrets, waiting);
  return printToDesk(service, toDesk, { since: waiting.created, isLast: false });
}

/**
 * Prints a letter to a moderator: what has come since it was asked for and still waits, with links that act.
 * @returns null when all of it has been decided, or the address is no moderator's any more.
 */
async function printToDesk(
  service: Service,
  toDesk: ToDesk,
  { since, isLast }: { since: number; isLast: boolean },
): Promise<Letter | null> {
  const { store, settings, magazine, clock } = service;
  if (!settings.moderators.includes(toDesk.to)) return null;
  const news = await store.deskNews(since, MOST_ENTRIES);
  const made = await Promise.all(news.entries.map((each) => entryOf(service, toDesk, each, since)));
  const told = made.filter((each) => each !== null);
  if (told.length === 0) return null;
  await store.keepActLinks(
    told.flatMap(({ links }) => links),
    clock(),
  );
  const letter = deskLetter({
    site: await magazine.lastKnownSite(),
    entries: told.map(({ entry }) => entry),
    more: Math.max(0, news.count - news.entries.length),
    waiting: await store.waiting(),
    desk: deskAddress(settings.serviceUrl),
    isLast,
  });
  return { to: toDesk.to, ...letter, expires: null };
}

/** One entry with the links in it; null when what it is about has gone meanwhile. */
async function entryOf(
  service: Service,
  toDesk: ToDesk,
  news: DeskNews,
  since: number,
): Promise<{ entry: DeskEntry; links: readonly NewActLink[] } | null> {
  if (news.what === "notice") {
    const entry = await noticeNews(service, news);
    return entry === null ? null : { entry, links: [] };
  }
  const { store, magazine, settings } = service;
  const comment = await deskComment(service, news.comment);
  if (comment === null) return null;
  const { id, thread, name, text, heldFor, number } = comment;
  const isHeld = news.what === "held";
  const { addresses, kept: links } = makeActLinks(
    service,
    id,
    toDesk,
    isHeld ? ["publish", "reject", "erase"] : ["hide", "keep", "erase"],
  );
  const about = {
    site: await magazine.lastKnownSite(),
    title: thread.title,
    addresses,
    desk: deskAddress(settings.serviceUrl, { comment: id }),
  };
  if (isHeld) return { entry: heldEntry({ ...about, name, text, heldFor }), links };
  const reports = (await store.reports([id])).filter(({ created }) => created >= since);
  // A grave one shall not be hidden behind others.
  const gravity = ({ reason }: { reason: string }) => (reason === "illegal" ? 0 : 1);
  const shown = reports.toSorted((a, b) => gravity(a) - gravity(b)).slice(0, MOST_REPORTS);
  const entry = reportEntry({
    ...about,
    reports: shown,
    more: Math.max(0, comment.reports - shown.length),
    comment: { number, name, text },
    link: commentAddress(thread.url, number),
    became: comment.state === "hidden" ? "hidden" : comment.wasLeft ? "left" : null,
  });
  return { entry, links };
}

async function noticeNews(
  service: Service,
  { notice: id, party }: Extract<DeskNews, { what: "notice" }>,
): Promise<DeskEntry | null> {
  const { store, settings } = service;
  const notice = await store.notice(id);
  const comment = notice === null ? null : await store.comment(notice.comment);
  if (notice === null || comment === null) return null;
  const reason =
    party === null
      ? notice.reason
      : (notice.objections.find((each) => each.party === party)?.text ?? "");
  return noticeEntry({
    ...(await inLetter(service, comment)),
    reason,
    desk: deskAddress(settings.serviceUrl, { notice: id }),
    isObjection: party !== null,
  });
}
