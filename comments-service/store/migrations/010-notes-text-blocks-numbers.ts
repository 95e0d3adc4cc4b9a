import type { Migration } from "./migration.ts";

/**
 * What moderators write for one another and for later: notes about a comment or a writer, and blocks of text. And reports and notices stay when
 * they have had their time, without a word of who wrote them: a year is counted by them.
 */
export const notesTextBlocksNumbers: Migration = {
  name: "notes, text blocks, numbers",
  statements: ({ text, integer, strict }) => [
    `CREATE TABLE note (
      id ${text} PRIMARY KEY,
      comment ${text} REFERENCES comment (id),
      email ${text},
      text ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      created_by ${text} NOT NULL,
      CHECK ((comment IS NULL) <> (email IS NULL))
    ) ${strict}`,
    `CREATE INDEX note_by_comment ON note (comment) WHERE comment IS NOT NULL`,
    `CREATE INDEX note_by_address ON note (lower(email)) WHERE email IS NOT NULL`,

    `CREATE TABLE text_block (
      id ${text} PRIMARY KEY,
      purpose ${text} NOT NULL CHECK (purpose IN ('answer', 'reason')),
      language ${text} NOT NULL CHECK (language IN ('de', 'en')),
      title ${text} NOT NULL,
      text ${text} NOT NULL,
      changed_at ${integer} NOT NULL,
      changed_by ${text} NOT NULL
    ) ${strict}`,

    // What is to be emptied yet, so that nobody looks through all that ever came.
    `CREATE INDEX report_to_empty ON report (created_at) WHERE sender <> id`,
    `CREATE INDEX notice_to_empty ON notice (decided_at) WHERE reason <> ''`,
  ],
};
