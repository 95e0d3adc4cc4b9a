/** The systems whose comments can be brought along. */
export const sources = ["disqus", "wordpress", "isso"] as const;
export type Source = (typeof sources)[number];

/** A conversation as another system knew it. */
export interface ForeignThread {
  /** How its comments name it. */
  key: string;
  /** Where its article was: absolute or a path. */
  address: string;
  /** The id that the page gave it, if any. */
  identifier: string | null;
}

/** A comment as another system kept it, its words made plain. Times are milliseconds since 1970. */
export interface ForeignComment {
  key: string;
  thread: string;
  parent: string | null;
  at: number;
  editedAt: number | null;
  /** Empty when it was written without a name. */
  name: string;
  /** Empty when there was none, or none that mail could reach. */
  email: string;
  text: string;
  /** Of an erased one only the place is left, and only where somebody answered it. */
  state: "published" | "held" | "erased";
}

/** Why a comment does not come along. */
export type SkipReason = "spam" | "deleted" | "trackback" | "without words" | "without a date";

/** Everything that a file of another system holds. */
export interface Foreign {
  /** The system, and where its ids are unique: with a comment's key it gives the comment's id here, the same at each import. */
  namespace: string;
  threads: ForeignThread[];
  comments: ForeignComment[];
  skipped: { thread: string; reason: SkipReason }[];
  /** How often what was neither shown nor a word was taken out of the texts that come along, by its name. */
  dropped: Map<string, number>;
}

/** Counts what a text loses, once it is clear that it comes along. */
export function countDropped({ dropped }: Foreign, names: readonly string[]): void {
  for (const name of names) dropped.set(name, (dropped.get(name) ?? 0) + 1);
}
