import type { RecordEntry } from "./desk.ts";

/** The record as it is looked through. */
export interface RecordPages {
  /** Entries that fit, the newest first. */
  recordLines(asked: RecordAsked): Promise<RecordLine[]>;
  /** Who stands in the newest entries: moderators, who acted from the shell, `checks` and `reports`. */
  recordedNames(): Promise<string[]>;
}

/** Which entries: all that fit everything that is given. */
export interface RecordFilter {
  who?: string | undefined;
  act?: string | undefined;
  /** An article: its id, or words of its title. */
  article?: string | undefined;
  /** From this time on, and before that one. */
  from?: number | null;
  until?: number | null;
}

export interface RecordAsked {
  filter: RecordFilter;
  /** Where the page before ended. */
  after: Pick<RecordEntry, "at" | "id"> | null;
  most: number;
}

/** An entry with what it is about, as that is now: of an erased comment no word is left. */
export interface RecordLine extends RecordEntry {
  comment: string | null;
  number: number | null;
  /** How the comment's text begins. */
  beginning: string;
  thread: { id: string; url: string; title: string } | null;
}
