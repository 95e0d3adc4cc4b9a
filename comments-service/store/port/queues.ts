import type { ListedThread } from "../../domain/thread-list.ts";
import type { Comment } from "../../wire.ts";
import type { KeptComment } from "./reading.ts";

/** What waits at the desk, and what it finds. */
export interface Queues {
  /** What waits: held, reported, notices. */
  waiting(): Promise<Waiting>;
  deskComments(asked: QueueRequest): Promise<DeskComment[]>;
  /** The reports about comments that wait for a decision: the newest of each, the newest first. */
  reports(comments: readonly string[]): Promise<KeptReport[]>;
  /** How these addresses have fared so far; nothing of one from which there is no comment. In small letters. */
  writers(emails: readonly string[]): Promise<Writer[]>;
}

export interface Waiting {
  held: number;
  reported: number;
  notices: number;
}

export const queues = ["held", "reported", "published", "rejected"] as const;
export type Queue = (typeof queues)[number];

/** Which comments: of a queue, of a search, of one address, or one by its id. */
export interface QueueRequest {
  what:
    | { queue: Queue }
    | { words: string }
    | { email: string }
    | { id: string }
    | { thread: string };
  /** Where the page before ended. */
  after: { asked: number; id: string } | null;
  most: number;
}

/** A comment as the moderators see it. */
export interface DeskComment
  extends
    Omit<KeptComment, "thread" | "askedAt">,
    Pick<Comment, "badge" | "badgeWord" | "wroteArticle"> {
  thread: ListedThread;
  asked: number;
  edited: number | null;
  heldFor: readonly string[];
  /** The comment that this one answers, as it reads now: empty when it was erased. */
  parent: { name: string; text: string } | null;
  /** The editors recommend it, while it is published. */
  isRecommended: boolean;
  /** How many reports wait for a decision. */
  reports: number;
  /** Whether somebody has given notice of illegal content that waits for a decision. */
  notices: number;
  /** These reports were enough to hide it, but reports had hidden others just before. */
  wasLeft: boolean;
}

/** How many comments of an address stand published, how many the checks have held, and how many are hidden or were rejected. */
export interface Writer {
  email: string;
  published: number;
  held: number;
  removed: number;
}

export interface KeptReport {
  comment: string;
  reason: string;
  message: string;
  email: string | null;
  created: number;
}
