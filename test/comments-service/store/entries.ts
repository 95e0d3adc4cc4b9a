import type { Counter } from "../../../comments-service/domain/rates.ts";
import { shareOf } from "../../../comments-service/domain/shares.ts";
import type { Share } from "../../../comments-service/domain/shares.ts";
import type { ListedThread } from "../../../comments-service/domain/thread-list.ts";
import type { Settlement } from "../../../comments-service/store/port/settling.ts";
import type { NewEntry } from "../../../comments-service/store/port/posting.ts";
import type { Store } from "../../../comments-service/store/port/store.ts";

export const listed: ListedThread = {
  id: "flur",
  url: "https://x.example/flur/",
  title: "Flur",
  state: "open",
};

export async function saveThreads(store: Store, changes: ListedThread[] = [listed]): Promise<void> {
  const site = {
    title: "Die Spalte",
    url: "https://x.example/",
    language: "de",
    timeZone: "UTC",
    imprint: "https://x.example/impressum/",
    privacy: null,
  } as const;
  await store.saveThreadList({ site, etag: null, years: null, changes }, 1);
}

export function counter(key: string, most = 1000): Counter {
  return { key, start: 0, per: 1000, most };
}

/** A share of a mailbox that lets each letter go. */
export function share(mailbox: string, most = 1000): Share {
  const who = { mailbox, network: "network", hasDesk: false };
  return shareOf("reader", who, { most, forPurpose: 0, forNetworks: 0, known: 0, waiting: 0 }, 0);
}

let settlements = 0;

/** What lets a comment appear at once. */
export function published(): Settlement {
  return {
    id: `settlement ${(settlements += 1)}`,
    state: "published",
    heldFor: [],
    badge: null,
    author: null,
    letters: [],
    desk: [],
  };
}

/** A comment to post; everything that has to be its own is named after it. */
export function entry(name: string, more: Partial<NewEntry> = {}): NewEntry {
  return {
    solution: `solution ${name}`,
    bodyHash: `body ${name}`,
    subject: name,
    tokenHash: `token ${name}`,
    counters: [counter("sender")],
    queues: [],
    thread: "flur",
    name,
    email: `${name}@mail.example`,
    text: `Text von ${name}`,
    replyTo: null,
    conversation: null,
    isHoneypotFilled: false,
    openFor: 60_000,
    wording: "confirm.de.1",
    subscription: null,
    letter: {
      id: `letter ${name}`,
      sealed: "00",
      share: share(name),
      recipient: name,
      validity: { for: 10_000, until: 10_000 },
    },
    ...more,
  };
}
