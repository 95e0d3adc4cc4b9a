import type { Migration } from "./migrations.ts";

/** What the editorial office needs: what the checks found, switches, blocks, the record of all acts, links that act, notices. */
export const desk: Migration = {
  name: "desk",
  statements: ({ integer, strict, appendOnly }) => [
    // What the post told beside its words: the invisible field was filled in; how long the form was open, in milliseconds.
    `ALTER TABLE comment ADD COLUMN trap ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE comment ADD COLUMN took ${integer}`,
    // Which settlement stands, what it was held for (names of checks with spaces between), and the badge of a signed-in writer.
    `ALTER TABLE comment ADD COLUMN settlement TEXT`,
    `ALTER TABLE comment ADD COLUMN held_for TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE comment ADD COLUMN badge TEXT CHECK (badge IN ('author', 'editor'))`,
    `CREATE INDEX comment_by_address ON comment (lower(email), asked_at)`,
    `CREATE INDEX comment_by_asking ON comment (asked_at)`,

    // The desk's own switches; the magazine's list does not touch them.
    `ALTER TABLE thread ADD COLUMN closed ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE thread ADD COLUMN held ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE site ADD COLUMN closed ${integer} NOT NULL DEFAULT 0`,

    // When a moderator has decided on what was reported.
    `ALTER TABLE report ADD COLUMN settled_at ${integer}`,
    `CREATE INDEX report_open ON report (created_at) WHERE settled_at IS NULL`,

    `CREATE TABLE block (
      id TEXT PRIMARY KEY,
      value TEXT NOT NULL UNIQUE,
      created_at ${integer} NOT NULL,
      created_by TEXT NOT NULL,
      why TEXT NOT NULL
    ) ${strict}`,

    `CREATE TABLE record (
      id TEXT PRIMARY KEY,
      batch TEXT NOT NULL,
      at ${integer} NOT NULL,
      who TEXT NOT NULL,
      act TEXT NOT NULL,
      subject TEXT NOT NULL,
      was TEXT NOT NULL,
      became TEXT NOT NULL,
      why TEXT NOT NULL,
      undoes TEXT
    ) ${strict}`,
    `CREATE INDEX record_by_time ON record (at)`,
    `CREATE INDEX record_by_subject ON record (subject, at)`,
    `CREATE INDEX record_by_batch ON record (batch)`,
    `CREATE UNIQUE INDEX record_undone_once ON record (undoes) WHERE undoes IS NOT NULL`,
    ...appendOnly("record"),

    `CREATE TABLE act_link (
      token_hash TEXT PRIMARY KEY,
      act TEXT NOT NULL,
      comment TEXT NOT NULL,
      moderator TEXT NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL
    ) ${strict}`,
    `CREATE INDEX act_link_by_age ON act_link (expires_at)`,

    `CREATE TABLE notice (
      id TEXT PRIMARY KEY,
      comment TEXT NOT NULL REFERENCES comment (id),
      created_at ${integer} NOT NULL,
      name TEXT NOT NULL,
      email TEXT NOT NULL,
      reason TEXT NOT NULL,
      decision TEXT CHECK (decision IN ('removed', 'kept')),
      grounds TEXT NOT NULL,
      decided_at ${integer},
      decided_by TEXT,
      token_hash TEXT,
      writer_token_hash TEXT
    ) ${strict}`,
    `CREATE INDEX notice_by_age ON notice (created_at)`,
    `CREATE INDEX notice_by_token ON notice (token_hash)`,
    `CREATE INDEX notice_by_writer_token ON notice (writer_token_hash)`,

    // An objection to a decision (DSA Art. 20), by the person who gave the notice or by the comment's writer; one of each.
    `CREATE TABLE objection (
      notice TEXT NOT NULL REFERENCES notice (id),
      party TEXT NOT NULL CHECK (party IN ('notifier', 'writer')),
      created_at ${integer} NOT NULL,
      text TEXT NOT NULL,
      settled_at ${integer},
      PRIMARY KEY (notice, party)
    ) ${strict}`,
  ],
};
