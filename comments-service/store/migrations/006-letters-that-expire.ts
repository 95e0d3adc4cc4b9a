import type { Migration } from "./migration.ts";

/** Until when the link in a letter works is known with the letter's turn, and so is the letter's own end. */
export const lettersThatExpire: Migration = {
  name: "letters that expire",
  statements: ({ integer }) => [`ALTER TABLE letter ADD COLUMN expires_at ${integer}`],
};
