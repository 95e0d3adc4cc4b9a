import type { Migration } from "./migration.ts";

/**
 * A moderator may recommend a comment; a thread closes by itself at a time, knows who wrote its article, and a comment which of the
 * magazine's authors wrote it.
 */
export const recommendationsAndClosingDates: Migration = {
  name: "recommendations and closing dates",
  statements: ({ text, integer }) => [
    `ALTER TABLE comment ADD COLUMN recommended_at ${integer}`,
    `ALTER TABLE comment ADD COLUMN author ${text}`,
    // Both hold few rows, and a post writes into neither.
    `CREATE INDEX comment_recommended ON comment (thread, number) WHERE recommended_at IS NOT NULL`,
    `CREATE INDEX comment_by_author ON comment (author) WHERE author IS NOT NULL`,
    `ALTER TABLE thread ADD COLUMN closes_at ${integer}`,
    `ALTER TABLE thread ADD COLUMN authors ${text} NOT NULL DEFAULT '[]'`,
    `ALTER TABLE site ADD COLUMN authors ${text} NOT NULL DEFAULT '[]'`,
  ],
};
