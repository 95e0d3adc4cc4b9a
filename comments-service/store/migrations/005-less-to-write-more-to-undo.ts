import type { Migration } from "./migration.ts";

/**
 * Fewer places to write to at each post. Rows that are found by their key alone stand in the key's own order, and what has no number yet
 * stands in no index of numbers. And a report remembers which act settled it, so that who takes the act back has the report again.
 */
export const lessToWriteMoreToUndo: Migration = {
  name: "less to write, more to undo",
  statements: ({ text, integer, keyed }) => [
    // The time comes first, so that the oldest are found without an index of their own.
    `CREATE TABLE new_counter (
      start_at ${integer} NOT NULL,
      key ${text} NOT NULL,
      count ${integer} NOT NULL,
      PRIMARY KEY (start_at, key)
    ) ${keyed}`,
    `INSERT INTO new_counter (start_at, key, count) SELECT start_at, key, count FROM counter`,
    `DROP TABLE counter`,
    `ALTER TABLE new_counter RENAME TO counter`,

    `CREATE TABLE new_solution (
      id ${text} PRIMARY KEY,
      body_hash ${text} NOT NULL,
      subject ${text} NOT NULL,
      created_at ${integer} NOT NULL
    ) ${keyed}`,
    `INSERT INTO new_solution (id, body_hash, subject, created_at) SELECT id, body_hash, subject, created_at FROM solution`,
    `DROP TABLE solution`,
    `ALTER TABLE new_solution RENAME TO solution`,
    `CREATE INDEX solution_by_age ON solution (created_at)`,

    `CREATE TABLE new_proof (
      token_hash ${text} PRIMARY KEY,
      purpose ${text} NOT NULL,
      comment ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL,
      used_at ${integer}
    ) ${keyed}`,
    `INSERT INTO new_proof (token_hash, purpose, comment, created_at, expires_at, used_at)
      SELECT token_hash, purpose, comment, created_at, expires_at, used_at FROM proof`,
    `DROP TABLE proof`,
    `ALTER TABLE new_proof RENAME TO proof`,
    `CREATE INDEX proof_by_comment ON proof (comment)`,
    `CREATE INDEX proof_by_age ON proof (created_at)`,

    // Whom a letter went to counts for nothing any more; the few that still wait are found among those that wait.
    `DROP INDEX letter_by_recipient`,
    `UPDATE letter SET recipient = NULL WHERE sent_at IS NOT NULL OR given_up_at IS NOT NULL`,

    `DROP INDEX comment_opening`,
    `CREATE INDEX comment_opening ON comment (thread, number) WHERE reply_to IS NULL AND number IS NOT NULL`,
    `DROP INDEX comment_conversation`,
    `CREATE INDEX comment_conversation ON comment (thread, conversation, number) WHERE number IS NOT NULL`,

    // Its one state stands in it too: SQLite would else find all that are published by their state and sort them.
    `DROP INDEX comment_by_publication`,
    `CREATE INDEX comment_by_publication ON comment (state, published_at) WHERE state = 'published'`,

    `ALTER TABLE report ADD COLUMN settled_by ${text}`,
  ],
};
