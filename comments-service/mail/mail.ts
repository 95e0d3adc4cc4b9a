import * as v from "valibot";
import { Confirmation } from "./letters/confirm.ts";

/** A letter as it is written and waits in the store, closed. */
export const Letter = v.object({
  to: v.string(),
  subject: v.string(),
  text: v.string(),
  /** Where its recipient can end such letters at one click (RFC 8058). */
  unsubscribe: v.optional(v.string()),
  /** After this time it is of no use any more; null: never. */
  expires: v.nullable(v.number()),
});
export type Letter = v.InferOutput<typeof Letter>;

/** A letter that is printed when it leaves, since only then it is known until when its link works. */
export const Unprinted = v.object({ to: v.string(), confirms: Confirmation });
export type Unprinted = v.InferOutput<typeof Unprinted>;

/** A letter to a moderator, printed when it leaves from what waits at the desk then; its links that act are made from the seed. */
export const ToDesk = v.object({ to: v.string(), seed: v.string() });
export type ToDesk = v.InferOutput<typeof ToDesk>;

/** A letter on its way. */
export interface PostedLetter extends Letter {
  /** The id of its row: the same at each attempt, so that a letter that went out twice is seen as one. */
  id: string;
  created: number;
}

/**
 * `later`: it may work another time; of all letters, as when the server is away or refuses us, or of this one. `never`: it is refused for good,
 * for what it is or whom it is to. `reason` holds no address.
 */
export type Delivery =
  | { state: "sent" }
  | { state: "later"; of: "all" | "one"; reason: string }
  | { state: "never"; reason: string };

/** Whatever takes letters. */
export interface Mail {
  send(letter: PostedLetter): Promise<Delivery>;
  close(): Promise<void>;
}
