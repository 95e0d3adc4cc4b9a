import { sha256 } from "../domain/digest.ts";
import type { ListedThread } from "../domain/thread-list.ts";
import type { ImportedComment } from "../store/importing.ts";
import type { Foreign, ForeignComment, ForeignThread, SkipReason } from "./foreign.ts";
import { threadMatcher } from "./match-thread.ts";
import type { Match } from "./match-thread.ts";

/** What an import would write into one thread, in the order of the numbers. */
export interface PlannedThread {
  thread: string;
  by: Match["by"];
  comments: ImportedComment[];
}

/** A thread of the other system that the magazine does not have. */
export interface UnknownThread {
  address: string;
  comments: number;
  guess: string | null;
}

export interface Plan {
  threads: PlannedThread[];
  unknown: UnknownThread[];
  /** What whoever imports has named and the file does not have. */
  missing: string[];
  /** How many comments stay behind, by reason. */
  skipped: Map<SkipReason, number>;
  /** What the texts lose, by its name. */
  dropped: ReadonlyMap<string, number>;
}

/**
 * Decides what an import writes. In each thread comments stand by their date, a reply never before what it answers.
 * @param nameless what stands for the name of who gave none.
 * @param wording kept with each comment instead of the wording that readers agree to here.
 */
export function planImport(options: {
  foreign: Foreign;
  known: readonly ListedThread[];
  told: ReadonlyMap<string, string>;
  nameless: string;
  wording: string;
}): Plan {
  const { foreign, known, told, nameless, wording } = options;
  const match = threadMatcher(known, told);
  const threadOf = new Map(foreign.threads.map((thread) => [thread.key, thread]));
  const written = Map.groupBy(foreign.comments, ({ thread }) => thread);
  const skipped = new Map<SkipReason, number>();
  const skip = (reason: SkipReason) => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  for (const { reason } of foreign.skipped) skip(reason);

  const found = new Map<string, { by: Match["by"]; comments: ForeignComment[] }>();
  const unknown: UnknownThread[] = [];
  for (const [key, comments] of written) {
    const kept = withoutLoneErased(comments);
    for (let i = kept.length; i < comments.length; i += 1) skip("deleted");
    if (kept.length === 0) continue;
    const from = threadOf.get(key);
    const place = from === undefined ? { guess: null } : match(from);
    if ("guess" in place) {
      unknown.push({ address: nameOf(from), comments: kept.length, guess: place.guess });
      continue;
    }
    // Two threads of the other system may be one here: an address with and without www, say.
    const { by, comments: others } = found.get(place.thread) ?? { by: place.by, comments: [] };
    found.set(place.thread, { by, comments: others.concat(kept) });
  }

  const threads: PlannedThread[] = [];
  for (const [thread, { by, comments }] of found) {
    const ordered = inOrder(comments);
    const ids = idsOf(foreign.namespace, ordered);
    threads.push({ thread, by, comments: ordered.map((comment) => fit(comment, ids)) });
  }
  const inFile = new Set(
    foreign.threads.flatMap(({ address, identifier }) => [address, identifier]),
  );
  const missing = [...told.keys()].filter((address) => !inFile.has(address));
  return { threads, unknown, missing, skipped, dropped: foreign.dropped };

  function fit(comment: ForeignComment, ids: ReadonlyMap<string, string>): ImportedComment {
    const { key, parent, at, editedAt, name, email, text, state } = comment;
    const isNamed = name !== "" || state === "erased";
    return {
      id: ids.get(key) ?? "",
      parent: parent === null ? null : (ids.get(parent) ?? null),
      at,
      editedAt,
      email,
      text,
      state,
      wording,
      name: isNamed ? name : nameless,
    };
  }
}

function nameOf(thread: ForeignThread | undefined): string {
  return thread?.address || thread?.identifier || "(without an address)";
}

/** The place of a deleted comment is only kept where somebody answered it. */
function withoutLoneErased(comments: readonly ForeignComment[]): ForeignComment[] {
  const parents = new Map(comments.map(({ key, parent }) => [key, parent]));
  const answered = new Set<string>();
  for (const { parent, state } of comments) {
    if (state === "erased") continue;
    for (let up = parent; up !== null && !answered.has(up); up = parents.get(up) ?? null)
      answered.add(up);
  }
  return comments.filter(({ key, state }) => state !== "erased" || answered.has(key));
}

/** By date; a reply that claims to be older than what it answers comes right after it. */
function inOrder(comments: readonly ForeignComment[]): ForeignComment[] {
  const byKey = new Map(comments.map((comment) => [comment.key, comment]));
  const waiting = new Map<string, ForeignComment[]>();
  const placed = new Map<string, ForeignComment>();

  const place = (first: ForeignComment) => {
    const due = [first];
    for (let next = due.pop(); next !== undefined; next = due.pop()) {
      placed.set(next.key, next);
      for (const reply of (waiting.get(next.key) ?? []).toReversed()) due.push(reply);
      waiting.delete(next.key);
    }
  };
  for (const comment of comments.toSorted((a, b) => a.at - b.at)) {
    const reply = { ...comment, parent: numberedParent(comment, byKey) };
    if (reply.parent === null || placed.has(reply.parent)) place(reply);
    else if (waiting.has(reply.parent)) waiting.get(reply.parent)?.push(reply);
    else waiting.set(reply.parent, [reply]);
  }
  // What is left answers itself in a circle, which only a broken file holds.
  for (const reply of [...waiting.values()].flat())
    if (!placed.has(reply.key)) place({ ...reply, parent: null });
  return [...placed.values()];
}

/** The nearest comment above that will have a number: what is held has none. */
function numberedParent(
  comment: ForeignComment,
  byKey: ReadonlyMap<string, ForeignComment>,
): string | null {
  const seen = new Set([comment.key]);
  let up = byKey.get(comment.parent ?? "");
  while (up?.state === "held" && !seen.has(up.key)) {
    seen.add(up.key);
    up = byKey.get(up.parent ?? "");
  }
  return up === undefined || seen.has(up.key) ? null : up.key;
}

function idsOf(namespace: string, comments: readonly ForeignComment[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { key } of comments) ids.set(key, sha256(`import ${namespace} ${key}`).slice(0, 32));
  return ids;
}
