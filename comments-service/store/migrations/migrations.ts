import type { Migration } from "./migration.ts";
import { conversation } from "./001-conversation.ts";
import { accounts } from "./002-accounts.ts";
import { desk } from "./003-desk.ts";
import { feeds } from "./004-feeds.ts";
import { lessToWriteMoreToUndo } from "./005-less-to-write-more-to-undo.ts";
import { lettersThatExpire } from "./006-letters-that-expire.ts";
import { formerAddresses } from "./007-former-addresses.ts";
import { recommendationsAndClosingDates } from "./008-recommendations-and-closing-dates.ts";
import { imprintAndPrivacy } from "./009-imprint-and-privacy.ts";
import { notesTextBlocksNumbers } from "./010-notes-text-blocks-numbers.ts";
import { threadsByYear } from "./011-threads-by-year.ts";

/** All steps in their order; the schema's version is how many have been made. */
export const migrations: readonly Migration[] = [
  conversation,
  accounts,
  desk,
  feeds,
  lessToWriteMoreToUndo,
  lettersThatExpire,
  formerAddresses,
  recommendationsAndClosingDates,
  imprintAndPrivacy,
  notesTextBlocksNumbers,
  threadsByYear,
];
