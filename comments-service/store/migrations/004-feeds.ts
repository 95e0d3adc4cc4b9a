import type { Migration } from "./migration.ts";

/** What the magazine's feed of comments is read by. */
export const feeds: Migration = {
  name: "feeds",
  statements: () => [
    `CREATE INDEX comment_by_publication ON comment (published_at) WHERE state = 'published'`,
  ],
};
