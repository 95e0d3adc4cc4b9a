import type { Letters } from "../../words/de/letters.ts";
import type { DeskEntry } from "./desk.ts";
import { quote, quoteBeginning, toReader, wordsOf } from "./written.ts";
import type { CommentInLetter, Written } from "./written.ts";

/** What a decision means for the comment. */
export type Outcome = Parameters<Letters["noticeDecision"]>[0]["outcome"];

/** The receipt to whoever gave the notice. The link names the comment: its words may have been erased when it arrives. */
export function receiptLetter({
  site,
  title,
  link,
  reason,
}: Omit<CommentInLetter, "text"> & { reason: string }): Written {
  return toReader(site, wordsOf(site).receipt(title, link, quoteBeginning(reason)));
}

/** Tells a moderator of a notice, or of an objection to what was decided on it. */
export function noticeEntry({
  site,
  title,
  link,
  text,
  reason,
  desk,
  isObjection,
}: CommentInLetter & { reason: string; desk: string; isObjection: boolean }): DeskEntry {
  const { notice, comment } = wordsOf(site).toDesk;
  const parts = [notice.reason, quote(reason), comment, quote(text), link, notice.please];
  return {
    subject: notice.subject(title, isObjection),
    opening: notice.opening(site.title, isObjection),
    text: parts.join("\n\n"),
    addresses: {},
    desk,
  };
}

/** The decision with its reasons, to whoever gave the notice or wrote the comment. Only to its writer the words are repeated. */
export function noticeDecisionLetter({
  site,
  text,
  ...about
}: CommentInLetter & { outcome: Outcome; grounds: string; objection: string | null }): Written {
  const quoted = text === "" ? "" : quote(text);
  return toReader(site, wordsOf(site).noticeDecision({ ...about, quoted }));
}
