import type { Migration } from "./migration.ts";

/** Which file of the magazine's names a thread, where each year has its own, and which of them were read. */
export const threadsByYear: Migration = {
  name: "threads by year",
  statements: ({ text }) => [
    `ALTER TABLE site ADD COLUMN years ${text}`,
    `ALTER TABLE thread ADD COLUMN year ${text} NOT NULL DEFAULT ''`,
    `CREATE INDEX thread_by_year ON thread (year)`,
  ],
};
