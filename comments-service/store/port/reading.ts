import type { Facts } from "../../domain/checks/check.ts";
import type { KeptOwnComment } from "../../domain/own-comment.ts";
import type { ListedThread } from "../../domain/thread-list.ts";
import type { Comment } from "../../wire.ts";

/** What everyone may read, and single comments for the service's own use. */
export interface Reading {
  /** Whole conversations, each with all its replies: what an export takes. Readers get pages that are bounded (see paging.ts). */
  page(thread: string, page: PageRequest): Promise<ThreadPage>;
  /** The number of the first comment of the conversation that this number stands in, whether or not its words show; null when it stands nowhere. */
  conversation(thread: string, number: number): Promise<number | null>;
  /** The comments of a thread, or of all, that were published last, the newest first. */
  latest(thread: string | null, most: number): Promise<LatestComment[]>;
  /** How many comments of each known thread are published, and which number was given last (zero: none). */
  counts(threads: readonly string[]): Promise<{ thread: string; count: number; last: number }[]>;
  /** The comment with this number, when it is published: the conversation that it stands in, and how many replies that has. */
  answered(
    thread: string,
    number: number,
  ): Promise<{ conversation: number; replies: number } | null>;
  comment(id: string): Promise<KeptComment | null>;
  /** The comment as everyone may see it; null while it has no number. */
  publicComment(id: string): Promise<Comment | null>;
}

export interface PageRequest {
  order: "newest" | "oldest";
  /** How many conversations. */
  limit: number;
  /** The page begins with the first conversation behind this number; usually it is the last one of the page before. */
  before: number | null;
}

/** A published comment, and under which article it stands. */
export interface LatestComment extends Comment {
  article: Pick<ListedThread, "url" | "title">;
}

interface ThreadPage {
  count: number;
  comments: Comment[];
  next: number | null;
}

export interface KeptComment
  extends
    Pick<
      KeptOwnComment,
      "id" | "thread" | "state" | "number" | "replyTo" | "name" | "text" | "askedAt"
    >,
    Pick<Facts, "isHoneypotFilled" | "openFor"> {
  email: string;
}
