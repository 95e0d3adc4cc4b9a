import type { WrittenComment } from "../port/posting.ts";
import { sql } from "./statement.ts";
import type { Statement } from "./statement.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";

/** A new comment, unconfirmed, and what its writer wants to be told of. */
export function writeComment(entry: WrittenComment, guard: Guard, now: number): Statement[] {
  const { subject, thread, email, subscription } = entry;
  const comment = {
    id: subject,
    thread,
    state: "unconfirmed" as const,
    number: null,
    reply_to: entry.replyTo,
    conversation: entry.conversation,
    name: entry.name,
    email,
    text: entry.text,
    wording: entry.wording,
    asked_at: now,
    confirmed_at: null,
    published_at: null,
    edited_at: null,
    trap: entry.isHoneypotFilled ? 1 : 0,
    took: entry.openFor,
    settlement: null,
    held_for: "",
    badge: null,
  };
  const wish = subscription && {
    ...subscription,
    thread,
    comment: subject,
    email,
    asked_at: now,
    confirmed_at: null,
    ended_at: null,
  };
  return [
    insertWhere("comment", comment, guard),
    ...(wish === null ? [] : [insertWhere("subscription", wish, guard)]),
  ];
}

/** What a comment's writer wants to be told of holds from when the address was proven. */
export function confirmSubscription(comment: string, guard: Guard, now: number): Statement {
  return sql`UPDATE subscription SET confirmed_at = ${now}
    WHERE comment = ${comment} AND confirmed_at IS NULL AND ${guard}`;
}
