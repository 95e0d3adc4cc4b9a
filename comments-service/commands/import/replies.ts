import type { Foreign, ForeignComment } from "./foreign.ts";

/** A comment that comes along, and what it answers; null when that is nothing, or stays behind. */
export interface Entry {
  comment: ForeignComment;
  parent: Entry | null;
}

/** A reply whose place is not what it was, since what it answered is not there to be answered. */
export interface Displaced {
  entry: Entry;
  /** How the file names what was answered. */
  answered: string;
  reason: string;
}

export interface Linked {
  entries: Entry[];
  displaced: Displaced[];
  /** How many comments the file holds twice, under one key or under none. */
  twice: number;
}

type Mention = Foreign["skipped"][number];

/**
 * Finds what each comment of a file answers. A key is one within its thread; one that several comments have names none of them. A reply to what
 * stays behind answers the nearest comment above that comes along.
 */
export function linkReplies({ comments, skipped }: Foreign): Linked {
  const once = onlyOnce(comments);
  const entries = once.map((comment): Entry => ({ comment, parent: null }));
  const byKey = Map.groupBy<string, Entry | Mention>([...entries, ...skipped], (each) =>
    nameOf("comment" in each ? each.comment : each),
  );
  const anywhere = new Set([...comments, ...skipped].map(({ key }) => key));
  // What stands above a comment that stays behind, so that a long row of those is gone through once.
  const above = new Map<Mention, Entry | null>();

  const displaced = entries.flatMap((entry) => {
    const { parent, reason } = find(entry);
    entry.parent = parent;
    return reason === null ? [] : [{ entry, answered: entry.comment.parent ?? "", reason }];
  });
  return { entries, displaced, twice: comments.length - once.length };

  function find(entry: Entry): { parent: Entry | null; reason: string | null } {
    const { thread } = entry.comment;
    const passed = new Set<Mention>();
    let reason: string | null = null;
    let parent: Entry | null = null;
    for (let key = entry.comment.parent; key !== null;) {
      const [found, another] = byKey.get(nameOf({ thread, key })) ?? [];
      const isEntry = found !== undefined && "comment" in found;
      const known = found === undefined || isEntry ? undefined : above.get(found);
      if (found === undefined)
        reason ??= anywhere.has(key) ? "in another thread" : "not in the file";
      else if (another !== undefined) reason ??= "several have that name";
      else if (found === entry || (!isEntry && passed.has(found))) reason ??= "a circle";
      else if (isEntry) parent = found;
      else {
        reason ??= found.reason;
        passed.add(found);
        parent = known ?? null;
        key = known === undefined ? found.parent : null;
        continue;
      }
      break;
    }
    for (const mention of passed) above.set(mention, parent);
    return { parent, reason };
  }
}

/** Without what stands there again under the same key, or under none. */
function onlyOnce(comments: readonly ForeignComment[]): ForeignComment[] {
  const found = new Map<string, ForeignComment>();
  for (const comment of comments) {
    const same = JSON.stringify([comment.thread, sameAs(comment)]);
    if (!found.has(same)) found.set(same, comment);
  }
  return [...found.values()];
}

/** The same for the threads of a file that are one here; what answered the second of two answers the first. */
export function joinEntries(all: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  const firstOf = new Map(
    all.map((entry) => {
      const first = found.get(sameAs(entry.comment)) ?? entry;
      found.set(sameAs(entry.comment), first);
      return [entry, first];
    }),
  );
  const entries = [...found.values()];
  for (const entry of entries)
    if (entry.parent !== null) entry.parent = firstOf.get(entry.parent) ?? entry.parent;
  return entries;
}

function sameAs({ key, at, name, email, text }: ForeignComment): string {
  return JSON.stringify([key, at, name, email, text]);
}

function nameOf({ thread, key }: { thread: string; key: string }): string {
  return JSON.stringify([thread, key]);
}
