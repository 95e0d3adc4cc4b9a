import type { Tables } from "./tables.ts";

/**
 * What an export holds of each table: all rows in the order of these columns, or why it is left out. A table stands after those that its
 * rows point to. A new table gets its line here.
 */
export const keptTables: Readonly<Record<keyof Tables, readonly string[] | string>> = {
  site: ["id"],
  thread: ["id"],
  comment: ["id"],
  report: ["id"],
  notice: ["id"],
  objection: ["notice", "party"],
  subscription: ["id"],
  block: ["id"],
  note: ["id"],
  text_block: ["id"],
  record: ["at", "id"],

  schema_version: "the migrations write it",
  secret_key: "a secret stays where it is",
  attempt: "it is of use for minutes",
  session: "who is signed in signs in again",
  act_link: "links of letters that were sent belong to the service that sent them",
  proof: "links of letters that were sent belong to the service that sent them",
  solution: "it is of use for days",
  counter: "it is of use for days",
  letter: "it is closed with the secret of the service that wrote it",
};

/** The tables of an export with the columns that order their rows. */
export const exportedTables = Object.entries(keptTables).filter(
  (entry): entry is [string, readonly string[]] => typeof entry[1] !== "string",
);
