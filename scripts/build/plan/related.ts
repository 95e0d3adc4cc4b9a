import type { Article, Magazine } from "../../../magazine/model.ts";
import { reach, relatedCount, relatedIn } from "../../../magazine/near.ts";
import type { Outline, OutlinedArticle } from "../../../magazine/outline.ts";
import type { Known } from "../planned.ts";
import { readOutline } from "./state.ts";

/**
 * Spares the search for related articles where all that it looks at is as it was.
 *
 * @param outline the hash of the edition's
 */
export function recallRelated(
  edition: Magazine,
  outline: string,
  { out, cache, before, inputs }: Known,
): void {
  // Other code may find others.
  if (before === null || before.basis !== inputs.basis) return;
  const known = relatedIn(edition.articles);
  if (before.outline === outline) {
    known.set(before.related);
    return;
  }
  const was = readOutline(cache, out, before.outline);
  if (was !== null) keepRelated(known, edition.articles, { outline: was, places: before.related });
}

/** The articles of before and of now in one order, which is that of both: the places where each is in theirs, `none` where it is not. One is in both where its column and topics are the same. */
interface Merged {
  readonly was: readonly number[];
  readonly is: readonly number[];
}

const none = -1;

/**
 * What was found for an article is still right where nothing has changed in the lists of its column and topics as far as one looks in them, and nothing in the list of all as near to it as the
 * furthest of the three: whatever else has come or gone is further away than these, and has no more in common with it. All is in numbers, since it is done for ten thousand articles to spare
 * looking for them.
 *
 * @param known takes it, as `relatedIn` has it
 * @param articles those of now
 * @param before those of before, and what was found of them
 */
export function keepRelated(
  known: Int32Array,
  articles: readonly Article[],
  { outline, places }: { readonly outline: Outline; readonly places: readonly number[] },
): void {
  const merged = merge(outline, articles);
  const { was, is } = merged;
  const changes = changesBefore(merged);
  const near = nearChanges(merged, outline, articles);
  for (let at = 0; at < was.length; at += 1) {
    const then = was[at] ?? none;
    const now = is[at] ?? none;
    if (then === none || now === none || near[at] === 1) continue;
    let far = 0;
    for (let one = then * relatedCount; one < (then + 1) * relatedCount; one += 1) {
      const place = places[one] ?? none;
      // Where fewer than three were found there are few articles, and it is quick to look; where nobody has asked, nothing is known.
      far = place < 0 ? Infinity : Math.max(far, Math.abs(place - then));
    }
    if (far === Infinity) continue;
    if (changes[Math.max(0, at - far)] !== changes[Math.min(was.length, at + far + 1)]) continue;
    for (let one = 0; one < relatedCount; one += 1)
      known[now * relatedCount + one] = (places[then * relatedCount + one] ?? none) - then + now;
  }
}

function merge(before: Outline, articles: readonly Article[]): Merged {
  const [was, is]: [number[], number[]] = [[], []];
  let [then, now] = [0, 0];
  while (then < before.length || now < articles.length) {
    const [gone, come] = apartFrom(before, then, articles, now);
    for (const end = then + gone; then < end; then += 1) {
      was.push(then);
      is.push(none);
    }
    for (const end = now + come; now < end; now += 1) {
      was.push(none);
      is.push(now);
    }
    if (gone + come > 0) continue;
    was.push(then++);
    is.push(now++);
  }
  return { was, is };
}

/** So far one looks for where two orders come together again: with more that has come at once, less is kept. */
const furthest = 100;

/** How many have gone, or have come, before the next one that is in both. */
function apartFrom(
  before: Outline,
  then: number,
  articles: readonly Article[],
  now: number,
): readonly [gone: number, come: number] {
  for (let far = 0; far <= furthest; far += 1) {
    if (isSame(before[then], articles[now + far])) return [0, far];
    if (isSame(before[then + far], articles[now])) return [far, 0];
  }
  return [then < before.length ? 1 : 0, now < articles.length ? 1 : 0];
}

function isSame(old: OutlinedArticle | undefined, fresh: Article | undefined): boolean {
  if (old === undefined || fresh === undefined) return false;
  const topics = old[3];
  return (
    old[1] === fresh.column.slug &&
    topics.length === fresh.topics.length &&
    topics.every((topic, at) => topic === fresh.topics[at])
  );
}

/** How many have come or gone before each of them, and before their end. */
function changesBefore({ was, is }: Merged): Int32Array {
  const changes = new Int32Array(was.length + 1);
  for (let at = 0; at < was.length; at += 1)
    changes[at + 1] = (changes[at] ?? 0) + (was[at] === none || is[at] === none ? 1 : 0);
  return changes;
}

/** By their order: 1 for those that look at one that has come or gone, in the list of their column or of one of their topics. */
function nearChanges(
  { was, is }: Merged,
  before: Outline,
  articles: readonly Article[],
): Uint8Array {
  const near = new Uint8Array(was.length);
  const [columns, topics] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const hasChanged = (at: number) => was[at] === none || is[at] === none;
  const columnAt = (at: number) =>
    articles[is[at] ?? none]?.column.slug ?? before[was[at] ?? none]?.[1] ?? "";
  const topicsAt = (at: number) =>
    articles[is[at] ?? none]?.topics ?? before[was[at] ?? none]?.[3] ?? [];
  for (let at = 0; at < was.length; at += 1) {
    if (!hasChanged(at)) continue;
    columns.set(columnAt(at), []);
    for (const topic of topicsAt(at)) topics.set(topic, []);
  }
  for (let at = 0; at < was.length; at += 1) {
    columns.get(columnAt(at))?.push(at);
    for (const topic of topicsAt(at)) topics.get(topic)?.push(at);
  }
  for (const list of [...columns.values(), ...topics.values()]) {
    let marked = 0;
    for (const [place, at] of list.entries()) {
      if (!hasChanged(at)) continue;
      const end = Math.min(list.length, place + reach + 1);
      for (marked = Math.max(marked, place - reach); marked < end; marked += 1)
        near[list[marked] ?? at] = 1;
    }
  }
  return near;
}
