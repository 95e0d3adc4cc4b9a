import type { Migration } from "./migration.ts";

/** The magazine's pages that the service's own pages and letters link to. */
export const imprintAndPrivacy: Migration = {
  name: "imprint and privacy",
  statements: ({ text }) => [
    `ALTER TABLE site ADD COLUMN imprint ${text}`,
    `ALTER TABLE site ADD COLUMN privacy ${text}`,
  ],
};
