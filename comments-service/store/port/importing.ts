import type { CommentState } from "../../domain/comment.ts";

/** A comment that comes from another system. Times are milliseconds since 1970. */
export interface ImportedComment {
  /** The same at each import of the same comment. */
  id: string;
  /** The id of the comment that it answers. */
  parent: string | null;
  /** Of an erased one only the place is kept. */
  state: "published" | "held" | "erased";
  name: string;
  email: string;
  text: string;
  /** Stands where the double opt-in record names what a reader agreed to. */
  wording: string;
  /** When it was written. */
  at: number;
  editedAt: number | null;
}

/** A comment that came from elsewhere, as it stands now; of an erased one there are no words. */
export interface KeptImport extends Omit<ImportedComment, "parent" | "state" | "wording"> {
  thread: string;
  state: CommentState;
  number: number | null;
}

/** The port's part for comments that come from elsewhere. */
export interface Importing {
  /** What came from elsewhere into these threads, in whatever state. */
  imported(threads: readonly string[]): Promise<KeptImport[]>;
  /** Which comments have one of these ids, wherever they came from. */
  withIds(ids: readonly string[]): Promise<KeptImport[]>;
  /**
   * Writes comments into a thread, numbered in the order given after those that are there; a parent stands before its replies.
   * All of them or none; those that are present already are left as they are.
   */
  importComments(thread: string, comments: readonly ImportedComment[]): Promise<void>;
}
