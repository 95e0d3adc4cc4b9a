import type { Counter } from "../../domain/rates.ts";
import type { Moderation } from "./desk.ts";
import type { AnyLetter, DeskCall, StrangersLetter } from "./letters.ts";

/** Notices of illegal content (DSA Art. 16), the decisions on them (Art. 17) and objections to these (Art. 20). */
export interface Notices {
  /** Keeps a notice once, with its letters; the same form sent again is the same notice. Over a cap nothing happens. */
  giveNotice(notice: NewNotice, now: number): Promise<"taken" | "repeated" | { full: Counter[] }>;
  notice(id: string): Promise<KeptNotice | null>;
  /** What waits comes first, then what was decided last. */
  notices(most: number): Promise<KeptNotice[]>;
  /** Decides on a notice, or anew on an objection to its decision; answers whether anything waited for it. */
  decideNotice(decision: NoticeDecision, now: number): Promise<boolean>;
  /** The notice whose decision this token may object to, and for whom. */
  noticeToObject(tokenHash: string): Promise<{ notice: KeptNotice; party: Party } | null>;
  /** Keeps an objection, one of each party; answers whether it is new. */
  object(
    objection: {
      notice: string;
      party: Party;
      text: string;
      desk: readonly DeskCall[];
    },
    now: number,
  ): Promise<boolean>;
}

export type Party = "notifier" | "writer";

interface NewNotice extends Pick<KeptNotice, "id" | "comment" | "name" | "email" | "reason"> {
  /** What names this very form, and what it said. */
  form: string;
  bodyHash: string;
  counters: readonly Counter[];
  /** Refuse nothing; when they are full, the letters wait. */
  queues: readonly Counter[];
  /** To who gives it, where an address was given. */
  receipt: StrangersLetter | null;
  desk: readonly DeskCall[];
}

export interface KeptNotice {
  id: string;
  comment: string;
  created: number;
  name: string;
  email: string;
  reason: string;
  decision: "removed" | "kept" | null;
  grounds: string;
  decided: number | null;
  decidedBy: string | null;
  objections: { party: Party; created: number; text: string; isSettled: boolean }[];
  /** Another notice about the same comment has removed it, and that decision stands. */
  isRemovedOtherwise: boolean;
}

interface NoticeDecision {
  id: string;
  /** The entry in the record. */
  entry: { id: string; by: string };
  decision: "removed" | "kept";
  /** What was known of other notices. When that has changed meanwhile, a comment is not kept: the letters would be wrong. */
  isRemovedOtherwise: boolean;
  grounds: string;
  /** Hashes of the tokens with which each side may object. */
  tokens: { notifier: string | null; writer: string | null };
  letters: readonly AnyLetter[];
  /** Letters with words of the comment, by its id: they go when it is erased. */
  quoting: readonly AnyLetter[];
  comment: string;
  /** What happens to the comment, where anything does. */
  moderation: Moderation | null;
}
