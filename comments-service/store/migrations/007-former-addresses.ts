import type { Migration } from "./migration.ts";

/** A thread knows the former addresses of its article, so that an import finds it by them. */
export const formerAddresses: Migration = {
  name: "former addresses",
  statements: ({ text }) => [`ALTER TABLE thread ADD COLUMN aliases ${text} NOT NULL DEFAULT '[]'`],
};
