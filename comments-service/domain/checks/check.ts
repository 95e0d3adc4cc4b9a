/** What a comment is judged by: its words, and what the store and the settings know at that moment. Plain data. */
export interface Facts {
  name: string;
  text: string;
  /** A field that no person sees was filled in. */
  isHoneypotFilled: boolean;
  /** How long the form was open, in milliseconds; null where nothing is known of it, as for a signed-in edit. */
  openFor: number | null;
  /** The address or its domain stands on the desk's list. */
  isBlocked: boolean;
  /** How many comments of this address stand published. */
  published: number;
  /** How many this address has sent in the last ten minutes. */
  lately: number;
  /** How many others have the same words, within a day. */
  sameText: number;
  /** The desk wants to see everything in this thread first. */
  threadHeld: boolean;
  moderation: Moderation;
  blockedWords: readonly string[];
  suspectWords: readonly string[];
}

/** `open`: only the other checks hold a comment; `first`: an address's first one too; `all`: each. */
export const moderations = ["open", "first", "all"] as const;
export type Moderation = (typeof moderations)[number];

/** A rule that holds a comment until a moderator has seen it. */
export interface Check {
  /** Kept with the comment; the record names it too, so it never changes. What it means to people stands in `words/`. */
  name: string;
  holds(facts: Facts): boolean;
}
