import type { Migration } from "./migration.ts";

/** Readers who sign in, what they want to be told, and letters that can be found by whom they go to. */
export const accounts: Migration = {
  name: "accounts",
  statements: ({ text, integer, strict }) => [
    // A code on its way: only its HMAC is kept, and the session that it opened, so that it opens one only.
    `CREATE TABLE attempt (
      id_hash ${text} PRIMARY KEY,
      purpose ${text} NOT NULL,
      email ${text} NOT NULL,
      code_hash ${text} NOT NULL,
      tries ${integer} NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL,
      session ${text}
    ) ${strict}`,
    `CREATE INDEX attempt_by_address ON attempt (lower(email))`,
    `CREATE INDEX attempt_by_end ON attempt (expires_at)`,

    // Who has proven an address, for what, until when.
    `CREATE TABLE session (
      token_hash ${text} PRIMARY KEY,
      purpose ${text} NOT NULL,
      email ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL
    ) ${strict}`,
    `CREATE INDEX session_by_address ON session (lower(email))`,
    `CREATE INDEX session_by_end ON session (expires_at)`,

    // Who wants to be told of what; with the double opt-in record: which wording, when asked, when confirmed.
    `CREATE TABLE subscription (
      id ${text} PRIMARY KEY,
      thread ${text} NOT NULL REFERENCES thread (id),
      comment ${text} NOT NULL,
      scope ${text} NOT NULL CHECK (scope IN ('replies', 'thread')),
      email ${text} NOT NULL,
      wording ${text} NOT NULL,
      asked_at ${integer} NOT NULL,
      confirmed_at ${integer},
      ended_at ${integer}
    ) ${strict}`,
    `CREATE INDEX subscription_by_thread ON subscription (thread, scope)`,
    `CREATE INDEX subscription_by_comment ON subscription (comment)`,
    `CREATE INDEX subscription_by_address ON subscription (lower(email))`,
    `CREATE INDEX subscription_by_end ON subscription (ended_at)`,

    // A hash that stands for whom a letter goes to; and whether it goes out only while its comment is published.
    `ALTER TABLE letter ADD COLUMN recipient ${text}`,
    `ALTER TABLE letter ADD COLUMN is_notification ${integer} NOT NULL DEFAULT 0`,
    `CREATE INDEX letter_by_recipient ON letter (recipient) WHERE recipient IS NOT NULL`,
  ],
};
