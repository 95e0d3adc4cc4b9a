import type { CommentState } from "../../domain/comment.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import type { Purpose } from "../../domain/session.ts";
import type { Scope } from "../../wire.ts";

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
    imprint: string | null;
    privacy: string | null;
    etag: string | null;
    read_at: number;
    /** The desk has closed all threads. */
    closed: number;
    /** The magazine's authors whose badge says more than 'Autor', a JSON list of `{ id, badge }`. */
    authors: string;
    /** The years whose files were read, with their hashes, as JSON; null where the magazine lists all threads in one. */
    years: string | null;
  };
  thread: {
    id: string;
    url: string;
    title: string;
    state: "open" | "closed";
    last_number: number;
    version: number;
    /** The desk's own switches, beside the magazine's `state`. */
    closed: number;
    held: number;
    /** The article's former addresses, a JSON list. */
    aliases: string;
    /** From when on the magazine closes it; null: not by itself. */
    closes_at: number | null;
    /** Who wrote the article, a JSON list of the ids of authors. */
    authors: string;
    /** Of the file that names it; empty where none does, or the magazine lists all threads in one. */
    year: string;
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
    /** Written by earlier versions only. */
    mailbox?: string | null;
    reason: string;
    message: string;
    email: string | null;
    created_at: number;
    settled_at: number | null;
    /** The entry of the record that settled it. */
    settled_by?: string | null;
  };
  block: { id: string; value: string; created_at: number; created_by: string; why: string };
  record: {
    id: string;
    batch: string;
    at: number;
    who: string;
    act: string;
    subject: string;
    was: string;
    became: string;
    why: string;
    undoes: string | null;
  };
  act_link: {
    token_hash: string;
    act: CommentAct;
    comment: string;
    moderator: string;
    created_at: number;
    expires_at: number;
  };
  notice: {
    id: string;
    comment: string;
    created_at: number;
    name: string;
    email: string;
    reason: string;
    decision: "removed" | "kept" | null;
    grounds: string;
    decided_at: number | null;
    decided_by: string | null;
    token_hash: string | null;
    writer_token_hash: string | null;
  };
  objection: {
    notice: string;
    party: "notifier" | "writer";
    created_at: number;
    text: string;
    settled_at: number | null;
  };
  /** About a comment, or about a writer by the address. */
  note: {
    id: string;
    comment: string | null;
    email: string | null;
    text: string;
    created_at: number;
    created_by: string;
  };
  text_block: {
    id: string;
    purpose: "answer" | "reason";
    language: "de" | "en";
    title: string;
    text: string;
    changed_at: number;
    changed_by: string;
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
    /** A hash that stands for whom it goes to. */
    recipient: string | null;
    /** It goes out only while its comment is published. */
    is_notification: number;
    /** Until when that holds which is written in it, where this was known with its turn only. */
    expires_at: number | null;
  };
  attempt: {
    id_hash: string;
    purpose: Purpose;
    email: string;
    code_hash: string;
    tries: number;
    created_at: number;
    expires_at: number;
    session: string | null;
  };
  session: {
    token_hash: string;
    purpose: Purpose;
    email: string;
    created_at: number;
    expires_at: number;
  };
  subscription: {
    id: string;
    thread: string;
    comment: string;
    scope: Scope;
    email: string;
    wording: string;
    asked_at: number;
    confirmed_at: number | null;
    ended_at: number | null;
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
  /** What the post told beside its words: the invisible field was filled in; how long the form was open. */
  trap: number;
  took: number | null;
  /** The settlement that stands, what it was held for, and the badge of a signed-in writer. */
  settlement: string | null;
  held_for: string;
  badge: "author" | "editor" | null;
  /** Which of the magazine's authors wrote it, signed in. */
  author?: string | null;
  /** Since when the editors recommend it; shown only while it is published. */
  recommended_at?: number | null;
}
