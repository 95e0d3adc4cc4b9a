import { conversations } from "../../domain/conversations.ts";
import { MOST_NUMBER } from "../../domain/comment.ts";
import {
  BLOCK,
  blockOf,
  cut,
  FIRST_REPLIES,
  PAGE_BYTES,
  pageIn,
  repliesIn,
} from "../../domain/page-cuts.ts";
import type { PagePlace, Weighed } from "../../domain/page-cuts.ts";
import type { PageRequest } from "../../store/port/reading.ts";
import type { Store } from "../../store/port/store.ts";
import type { Comment, Folded, Replies, Thread } from "../../wire.ts";

/** The page that follows the number `before`, or the first one: which it is, without a word of it. Null where nothing follows. */
export async function findPage(
  store: Store,
  thread: string,
  { order, limit, before }: PageRequest,
): Promise<PagePlace | null> {
  // A page begins where a block does, so all numbers of a block ask for the same one.
  const isBefore = (number: number) =>
    before !== null && (order === "newest" ? number >= before : number <= before);
  const behind = order === "newest" ? (before ?? MOST_NUMBER) - 1 : (before ?? 0) + 1;
  const from = order === "newest" ? blockOf(behind) * BLOCK : (blockOf(behind) - 1) * BLOCK + 1;
  const row = await store.conversationsFrom(thread, { order, from, most: limit + 2 * BLOCK });
  const position = row.filter(({ number }) => isBefore(number)).length;
  return pageIn(row, position, limit);
}

/** Further replies of a conversation that stand together; the piece is empty where none is left. */
export interface RepliesPlace {
  conversation: number;
  /** All that are not among the first ones. */
  further: readonly Weighed[];
  piece: readonly Weighed[];
}

/** The piece of replies that a number stands in when it is not among those that every page shows; null otherwise. */
export async function findReply(
  store: Store,
  thread: string,
  number: number,
): Promise<RepliesPlace | null> {
  const place = await findReplies(store, thread, number, number);
  return place?.further.some((reply) => reply.number === number) === true ? place : null;
}

/** The piece that holds the first further reply from the number `from` on, in the conversation of `number`; null where there is no such comment. */
export async function findReplies(
  store: Store,
  thread: string,
  number: number,
  from: number,
): Promise<RepliesPlace | null> {
  const conversation = await store.conversation(thread, number);
  if (conversation === null) return null;
  const further = await store.furtherReplies(thread, conversation);
  return { conversation, further, piece: repliesIn(further, from) };
}

/** The words of a page; `unfolded` are further replies that are shown as well. */
export async function readPage(
  store: Store,
  thread: string,
  { order, first, last, next }: PagePlace & Pick<PageRequest, "order">,
  unfolded: RepliesPlace | null,
): Promise<Pick<Thread, "comments" | "next" | "folded">> {
  const range = { from: Math.min(first, last), to: Math.max(first, last) };
  const heads = conversations(await store.heads(thread, { order, ...range }));
  const counts = new Map(
    (await store.repliesOf(thread, range)).map(({ conversation, count }) => [conversation, count]),
  );
  const comments: Comment[] = [];
  const folded: Folded[] = [];
  for (const head of heads) {
    comments.push(...head);
    const conversation = head[0].number;
    const after = head.at(-1)?.number ?? conversation;
    const count = (counts.get(conversation) ?? 0) - FIRST_REPLIES;
    if (unfolded?.conversation === conversation) {
      comments.push(...(await readReplies(store, thread, unfolded)));
      folded.push(...gapsAround(unfolded, after));
    } else if (count > 0) folded.push({ conversation, after, count });
  }
  return { comments, next, folded };
}

/** What the editors recommend, the newest first, each comment by itself: as many as are asked for and a page may hold. */
export async function recommendedPage(
  store: Store,
  thread: string,
  { limit, before }: Pick<PageRequest, "limit" | "before">,
): Promise<Pick<Thread, "comments" | "next" | "folded">> {
  const found = await store.recommended(thread, { before, most: limit + 1 });
  const weighed = found.map((comment) => {
    const weight = new TextEncoder().encode(JSON.stringify(comment)).length;
    return { number: comment.number, weight };
  });
  const [page = []] = cut(weighed, limit, PAGE_BYTES);
  const next = page.length < found.length ? (page.at(-1)?.number ?? null) : null;
  return { comments: found.slice(0, page.length), next, folded: [] };
}

/** What is left out before and behind a piece of replies. */
function gapsAround({ conversation, further, piece }: RepliesPlace, after: number): Folded[] {
  const from = piece[0]?.number ?? 0;
  const to = piece.at(-1)?.number ?? 0;
  const gaps = [
    { conversation, after, count: further.filter(({ number }) => number < from).length },
    { conversation, after: to, count: further.filter(({ number }) => number > to).length },
  ];
  return gaps.filter(({ count }) => count > 0);
}

/** The words of a piece of replies. */
export async function repliesPage(
  store: Store,
  thread: string,
  place: RepliesPlace,
): Promise<Replies> {
  const comments = await readReplies(store, thread, place);
  const { conversation, further, piece } = place;
  const last = piece.at(-1)?.number ?? Infinity;
  return { conversation, comments, more: further.filter(({ number }) => number > last).length };
}

async function readReplies(store: Store, thread: string, { conversation, piece }: RepliesPlace) {
  const from = piece[0]?.number;
  const to = piece.at(-1)?.number;
  if (from === undefined || to === undefined) return [];
  return store.replies(thread, { conversation, from, to });
}
