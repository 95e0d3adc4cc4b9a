import type { Migration } from "./migration.ts";

/** What the editorial office needs: what the checks found, switches, blocks, the record of all acts, links that act, notices. */
export const desk: Migration = {
  name: "desk",
  statements: ({ text, integer, strict, appendOnly }) => [
    // What the post told beside its words: the invisible field was filled in; how long the form was open, in milliseconds.
    `ALTER TABLE comment ADD COLUMN trap ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE comment ADD COLUMN took ${integer}`,
    // Which settlement stands, what it was held for (names of checks with spaces between), and the badge of a signed-in writer.
    `ALTER TABLE comment ADD COLUMN settlement ${text}`,
    `ALTER TABLE comment ADD COLUMN held_for ${text} NOT NULL DEFAULT ''`,
    `ALTER TABLE comment ADD COLUMN badge ${text} CHECK (badge IN ('author', 'editor'))`,
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
      id ${text} PRIMARY KEY,
      value ${text} NOT NULL UNIQUE,
      created_at ${integer} NOT NULL,
      created_by ${text} NOT NULL,
      why ${text} NOT NULL
    ) ${strict}`,

    `CREATE TABLE record (
      id ${text} PRIMARY KEY,
      batch ${text} NOT NULL,
      at ${integer} NOT NULL,
      who ${text} NOT NULL,
      act ${text} NOT NULL,
      subject ${text} NOT NULL,
      was ${text} NOT NULL,
      became ${text} NOT NULL,
      why ${text} NOT NULL,
      undoes ${text}
    ) ${strict}`,
    `CREATE INDEX record_by_time ON record (at)`,
    `CREATE INDEX record_by_subject ON record (subject, at)`,
    `CREATE INDEX record_by_batch ON record (batch)`,
    `CREATE UNIQUE INDEX record_undone_once ON record (undoes) WHERE undoes IS NOT NULL`,
    ...appendOnly("record"),

    `CREATE TABLE act_link (
      token_hash ${text} PRIMARY KEY,
      act ${text} NOT NULL,
      comment ${text} NOT NULL,
      moderator ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL
    ) ${strict}`,
    `CREATE INDEX act_link_by_age ON act_link (expires_at)`,

    `CREATE TABLE notice (
      id ${text} PRIMARY KEY,
      comment ${text} NOT NULL REFERENCES comment (id),
      created_at ${integer} NOT NULL,
      name ${text} NOT NULL,
      email ${text} NOT NULL,
      reason ${text} NOT NULL,
      decision ${text} CHECK (decision IN ('removed', 'kept')),
      grounds ${text} NOT NULL,
      decided_at ${integer},
      decided_by ${text},
      token_hash ${text},
      writer_token_hash ${text}
    ) ${strict}`,
    `CREATE INDEX notice_by_age ON notice (created_at)`,
    `CREATE INDEX notice_by_token ON notice (token_hash)`,
    `CREATE INDEX notice_by_writer_token ON notice (writer_token_hash)`,

    // An objection to a decision (DSA Art. 20), by the person who gave the notice or by the comment's writer; one of each.
    `CREATE TABLE objection (
      notice ${text} NOT NULL REFERENCES notice (id),
      party ${text} NOT NULL CHECK (party IN ('notifier', 'writer')),
      created_at ${integer} NOT NULL,
      text ${text} NOT NULL,
      settled_at ${integer},
      PRIMARY KEY (notice, party)
    ) ${strict}`,
  ],
};
