/** What moderators write for their colleagues. */
export interface Notes {
  /** Those about these comments, and about whoever wrote them, each beside its comment; the newest first. */
  notes(comments: readonly string[]): Promise<NoteBeside[]>;
  /** Those about an address, and about its comments; the oldest first. */
  notesAbout(email: string): Promise<KeptNote[]>;
  /** Keeps a note about a comment that stands or waits, or about its writer; answers whether there is such a one. */
  addNote(note: NewNote, now: number): Promise<boolean>;
  deleteNote(id: string): Promise<void>;
}

export interface KeptNote {
  id: string;
  /** The comment that it is about; null: it is about a writer. */
  comment: string | null;
  text: string;
  created: number;
  /** Which moderator. */
  by: string;
}

export interface NoteBeside extends KeptNote {
  beside: string;
}

export interface NewNote {
  id: string;
  /** The comment that it is about, or whose writer it is about. */
  comment: string;
  about: "comment" | "writer";
  text: string;
  by: string;
}
