import type { CommentState } from "../../domain/comment.ts";

/** The rows of every SQL database; what each table is for stands in its migration. Times are epoch milliseconds. */
export interface Tables {
  schema_version: { version: number; name: string; migrated_at: number };
  secret_key: { name: string; value: string; created_at: number };
  site: {
    id: number;
    title: string;
    url: string;
    language: "de" | "en";
    time_zone: string;
    etag: string | null;
    read_at: number;
  };
  thread: {
    id: string;
    url: string;
    title: string;
    state: "open" | "closed";
    last_number: number;
    version: number;
  };
  comment: CommentRow;
  solution: { id: string; body_hash: string; subject: string; created_at: number };
  proof: {
    token_hash: string;
    purpose: "confirm";
    comment: string;
    created_at: number;
    expires_at: number;
    used_at: number | null;
  };
  report: {
    id: string;
    comment: string;
    sender: string;
    mailbox: string | null;
    reason: string;
    message: string;
    email: string | null;
    created_at: number;
  };
  counter: { key: string; start_at: number; count: number };
  letter: {
    id: string;
    subject: string;
    sealed: string;
    created_at: number;
    due_at: number;
    claimed_until: number;
    attempts: number;
    sent_at: number | null;
    given_up_at: number | null;
  };
}

export interface CommentRow {
  id: string;
  thread: string;
  state: CommentState;
  number: number | null;
  /** The number that it answers, and the number of the comment that began the conversation. */
  reply_to: number | null;
  conversation: number | null;
  name: string;
  email: string;
  text: string;
  /** The double opt-in record: which wording, when asked, when confirmed. */
  wording: string;
  asked_at: number;
  confirmed_at: number | null;
  published_at: number | null;
  edited_at: number | null;
}
