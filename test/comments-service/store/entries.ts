import type { Counter } from "../../../comments-service/domain/rates.ts";
import type { ListedThread } from "../../../comments-service/domain/thread-list.ts";
import type { NewEntry, Store } from "../../../comments-service/store/store.ts";

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
  } as const;
  await store.saveThreadList({ site, etag: null, changes }, 1);
}

export function counter(key: string, most = 1000): Counter {
  return { key, start: 0, per: 1000, most };
}

/** A comment to post; everything that has to be its own is named after it. */
export function entry(name: string, more: Partial<NewEntry> = {}): NewEntry {
  return {
    solution: `solution ${name}`,
    bodyHash: `body ${name}`,
    subject: name,
    tokenHash: `token ${name}`,
    expires: 10_000,
    counters: [counter("sender")],
    thread: "flur",
    name,
    email: `${name}@mail.example`,
    text: `Text von ${name}`,
    replyTo: null,
    conversation: null,
    wording: "confirm.de.1",
    letter: { id: `letter ${name}`, sealed: "00", mailbox: counter(`mailbox ${name}`) },
    ...more,
  };
}
