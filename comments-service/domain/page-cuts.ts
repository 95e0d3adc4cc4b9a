/** What a page of a thread may weigh, in bytes of JSON: its conversations, and replies that are shown beside the first ones. Together 256 kB. */
export const PAGE_BYTES = 192_000;
export const REPLIES_BYTES = 64_000;
/** So many replies stand under a conversation's first comment; the others are asked for. */
export const FIRST_REPLIES = 3;
/** So many further replies come at once. */
export const MORE_REPLIES = 50;
/** Numbers stand in blocks, 1 to 10, 11 to 20 and so on. Pages begin and end with them, so that there are few and they stay when new ones come. */
export const BLOCK = 10;
export const blockOf = (number: number): number => Math.ceil(number / BLOCK);

/** A conversation or a reply, by the number of its comment, and what it weighs at most in bytes of JSON. */
export interface Weighed {
  number: number;
  weight: number;
}

/**
 * Cuts what stands in a row into pieces of at most `most` and, but for a single one that is larger, at most `bytes`. Where the cuts fall
 * depends on what stands before them only, so the same row is always cut in the same places.
 */
export function cut(row: readonly Weighed[], most: number, bytes: number): Weighed[][] {
  const pieces: Weighed[][] = [];
  let weight = 0;
  for (const one of row) {
    const piece = pieces.at(-1);
    weight += one.weight;
    if (piece !== undefined && piece.length < most && weight <= bytes) piece.push(one);
    else {
      pieces.push([one]);
      weight = one.weight;
    }
  }
  return pieces;
}

/** The place of a page: the numbers of its first and its last conversation in the order asked for, and of the last one when more follow. */
export interface PagePlace {
  first: number;
  last: number;
  next: number | null;
}

/**
 * The page in which the conversation at `position` stands: it begins where a block does, or a piece of one that weighs too much, and has as
 * many of them as make at most `limit` conversations and `PAGE_BYTES`. Null where nothing stands.
 * @param row conversations from the beginning of a block on, two blocks more than `limit` if there are so many.
 */
export function pageIn(row: readonly Weighed[], position: number, limit: number): PagePlace | null {
  const blocks = Map.groupBy(row, ({ number }) => blockOf(number)).values();
  const pieces = [...blocks].flatMap((block) => cut(block, BLOCK, PAGE_BYTES));
  const page: Weighed[] = [];
  let passed = 0;
  let weight = 0;
  for (const piece of pieces) {
    passed += piece.length;
    if (passed <= position) continue;
    weight += piece.reduce((sum, one) => sum + one.weight, 0);
    const isFull = page.length + piece.length > limit || weight > PAGE_BYTES;
    if (page.length > 0 && isFull) break;
    page.push(...piece);
  }
  const [first] = page;
  const last = page.at(-1);
  if (first === undefined || last === undefined) return null;
  const isLast = row.at(-1) === last;
  return { first: first.number, last: last.number, next: isLast ? null : last.number };
}

/** The piece of a conversation's further replies in which the first one from the number `from` on stands; empty where none does. */
export function repliesIn(further: readonly Weighed[], from: number): readonly Weighed[] {
  const pieces = cut(further, MORE_REPLIES, REPLIES_BYTES);
  return pieces.find((piece) => (piece.at(-1)?.number ?? 0) >= from) ?? [];
}
