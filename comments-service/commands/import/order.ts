import type { Displaced, Entry } from "./replies.ts";

/** The place of a deleted comment is only kept where somebody answered it. */
export function withoutLoneErased(entries: readonly Entry[]): Entry[] {
  const answered = new Set<Entry>();
  for (const { comment, parent } of entries) {
    if (comment.state === "erased") continue;
    for (let up = parent; up !== null && !answered.has(up); up = up.parent) answered.add(up);
  }
  return entries.filter((entry) => entry.comment.state !== "erased" || answered.has(entry));
}

/**
 * The order of the numbers: by date; a reply that claims to be older than what it answers comes right after it. Each answers the nearest comment above
 * that has a number or will have one.
 * @param hasNumber tells whether a comment has one: what is held has none.
 * @returns those whose place is another for it, too.
 */
export function inOrder(
  entries: readonly Entry[],
  hasNumber: (entry: Entry) => boolean,
): { ordered: Entry[]; displaced: Displaced[] } {
  const waiting = new Map<Entry, Entry[]>();
  const placed = new Set<Entry>();
  const displaced: Displaced[] = [];
  const displace = (entry: Entry, reason: string) =>
    displaced.push({ entry, answered: entry.comment.parent ?? "", reason });

  const place = (first: Entry) => {
    const due = [first];
    for (let next = due.pop(); next !== undefined; next = due.pop()) {
      placed.add(next);
      for (const reply of (waiting.get(next) ?? []).toReversed()) due.push(reply);
      waiting.delete(next);
    }
  };
  const parents = new Map(entries.map((entry) => [entry, numbered(entry, hasNumber)]));
  for (const [entry, parent] of parents) {
    if (parent !== entry.parent) displace(entry, "waits for a moderator");
    entry.parent = parent;
  }
  for (const entry of entries.toSorted((a, b) => a.comment.at - b.comment.at)) {
    const { parent } = entry;
    if (parent === null || placed.has(parent)) place(entry);
    else if (waiting.has(parent)) waiting.get(parent)?.push(entry);
    else waiting.set(parent, [entry]);
  }
  // What is left answers itself in a circle, which only a broken file holds.
  for (const entry of [...waiting.values()].flat()) {
    if (placed.has(entry)) continue;
    displace(entry, "a circle");
    entry.parent = null;
    place(entry);
  }
  return { ordered: [...placed], displaced };
}

function numbered(entry: Entry, hasNumber: (entry: Entry) => boolean): Entry | null {
  const seen = new Set([entry]);
  let up = entry.parent;
  while (up !== null && !hasNumber(up) && !seen.has(up)) {
    seen.add(up);
    up = up.parent;
  }
  return up === null || seen.has(up) ? null : up;
}
