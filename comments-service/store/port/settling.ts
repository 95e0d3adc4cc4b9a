import type { Facts } from "../../domain/checks/check.ts";
import type { CommentState } from "../../domain/comment.ts";
import type { Counter } from "../../domain/rates.ts";
import type { ListedThread } from "../../domain/thread-list.ts";
import type { AnyLetter, DeskCall } from "./letters.ts";

/** What becomes of a comment that was proven to be its writer's. */
export interface Settling {
  /** What is known of a comment and its writer before it is settled. */
  checkFacts(
    of: {
      comment: string;
      thread: string;
      email: string;
      text: string;
      /** The mailbox and the domains of which any may stand on the block list. */
      blockable: readonly string[];
    },
    now: number,
  ): Promise<Pick<Facts, "isBlocked" | "published" | "lately" | "sameText" | "threadHeld">>;
}

/** What becomes of a confirmed or signed-in comment. */
export interface Settlement {
  /** Its own id, so that what it brings about is written once. */
  id: string;
  state: Extract<CommentState, "published" | "held">;
  /** The names of the checks that hold it; empty when it is published. */
  heldFor: readonly string[];
  badge: "author" | "editor" | null;
  /** Which of the magazine's authors wrote it: the name of the author's file, where the settings say. */
  author: string | null;
  /** It holds only while this address has sent no more lately, and no more have the same words, than this; null: in any case. */
  room?: { email: string; text: string; lately: number | null; sameText: number | null } | null;
  /** Written only when the settlement comes about. */
  letters: readonly AnyLetter[];
  /** Calls the moderators when it is held. */
  desk: readonly DeskCall[];
}

/** What a comment's writer does with the mailed link, and with the comment. */
export interface Proving {
  /** The proof with this token's hash. Looking changes nothing. */
  proof(tokenHash: string): Promise<KeptProof | null>;
  /**
   * Uses the proof and settles its comment. When the proof cannot be used (any more), a counter is full, or the settlement fits no longer,
   * nothing happens.
   * @returns whether the proof is used, now or before.
   */
  confirm(
    proof: {
      tokenHash: string;
      comment: string;
      settlement: Settlement;
      counters?: readonly Counter[];
    },
    now: number,
  ): Promise<boolean>;
  /** Its writer erases it: whatever it was → `erased`; name, address and text are gone, and so are the letters about it. */
  erase(comment: string): Promise<boolean>;
}

export interface KeptProof {
  comment: string;
  expires: number;
  used: boolean;
  state: CommentState;
  number: number | null;
  /** What waits for it; empty when it was erased. */
  name: string;
  text: string;
  thread: ListedThread;
}
