import type { Weighed } from "../../domain/page-cuts.ts";
import type { Comment } from "../../wire.ts";

/** What a page of a thread is put together from. Conversations are named by the number of the comment that begins them. */
export interface Paging {
  /** `most` conversations in this order, from the number `from` on, each with what it weighs together with its first replies. */
  conversationsFrom(
    thread: string,
    row: { order: "newest" | "oldest"; from: number; most: number },
  ): Promise<Weighed[]>;
  /** The conversations from one number to another, each with its first replies. */
  heads(
    thread: string,
    row: { order: "newest" | "oldest"; from: number; to: number },
  ): Promise<Comment[]>;
  /** Which of the conversations from one number to another have more than their first replies, and how many replies they have in all. */
  repliesOf(
    thread: string,
    row: { from: number; to: number },
  ): Promise<{ conversation: number; count: number }[]>;
  /** How many published comments of a thread the editors recommend. */
  recommendations(thread: string): Promise<number>;
  /** The newest of them, each by itself, that have a number below this one (null: all). */
  recommended(thread: string, row: { before: number | null; most: number }): Promise<Comment[]>;
  /** The replies behind the first ones, and what each weighs. */
  furtherReplies(thread: string, conversation: number): Promise<Weighed[]>;
  /** The replies of a conversation from one number to another. */
  replies(
    thread: string,
    row: { conversation: number; from: number; to: number },
  ): Promise<Comment[]>;
}
