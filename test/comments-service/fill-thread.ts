import { DatabaseSync } from "node:sqlite";

/** A published comment as it is written past the service: the number of the one that began its conversation, and its text. */
export interface Filled {
  conversation: number;
  text: string;
}

/** Writes these comments into an empty thread, numbered from 1 on. A reply answers the first comment of its conversation. */
export function fillThread(
  databasePath: string,
  thread: string,
  comments: readonly Filled[],
): void {
  const raw = new DatabaseSync(databasePath, { timeout: 5000 });
  const insert = raw.prepare(
    `INSERT INTO comment (id, thread, state, number, reply_to, conversation, name, email, text, wording, asked_at, published_at)
    VALUES (?, ?, 'published', ?, ?, ?, 'Petra', 'p@mail.example', ?, 'x', 1, ?)`,
  );
  raw.exec("BEGIN");
  for (const [index, { conversation, text }] of comments.entries()) {
    const number = index + 1;
    const replyTo = conversation === number ? null : conversation;
    const id = `${thread.slice(0, 8)}-${number}`.padStart(32, "0");
    insert.run(id, thread, number, replyTo, conversation, text, number);
  }
  raw
    .prepare("UPDATE thread SET last_number = ?, version = version + 1 WHERE id = ?")
    .run(comments.length, thread);
  raw.exec("COMMIT");
  raw.close();
}

/** What a moderator says of a comment by recommending it, and what its settling says of who wrote it. */
export type Mark =
  | "recommended_at = 1"
  | `badge = 'author', author = '${string}'`
  | "badge = 'editor'"
  | "state = 'hidden'";

/** Marks a published comment, past the service. */
export function markPast(databasePath: string, thread: string, number: number, mark: Mark): void {
  const raw = new DatabaseSync(databasePath, { timeout: 5000 });
  raw.prepare(`UPDATE comment SET ${mark} WHERE thread = ? AND number = ?`).run(thread, number);
  raw.prepare("UPDATE thread SET version = version + 1 WHERE id = ?").run(thread);
  raw.close();
}

/** `conversations` of them, each with so many replies that all come after the first comments. */
export function talkOf(
  conversations: number,
  replies: number,
  text: (index: number) => string = (index) => `Kommentar ${index + 1}`,
): Filled[] {
  const first = Array.from({ length: conversations }, (_, index) => index + 1);
  const all = [...first, ...Array.from({ length: replies }, () => first).flat()];
  return all.map((conversation, index) => ({ conversation, text: text(index) }));
}
