import type { CommentState } from "../../domain/comment.ts";
import type { Counter } from "../../domain/rates.ts";
import type { ListedThread } from "../../domain/thread-list.ts";
import type { Settlement } from "./settling.ts";

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
  thread: ListedThread;
}
