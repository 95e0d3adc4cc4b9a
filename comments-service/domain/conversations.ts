import type { Comment } from "../wire.ts";

/** A comment that begins a conversation, and all its replies, oldest first. */
export type Conversation = [first: Comment, ...replies: Comment[]];

/** Groups the comments of a thread's page as the wire lists them: each beginning is followed by its replies. */
export function conversations(comments: readonly Comment[]): Conversation[] {
  const found: Conversation[] = [];
  for (const comment of comments) {
    if (comment.replyTo === null) found.push([comment]);
    else found.at(-1)?.push(comment);
  }
  return found;
}
