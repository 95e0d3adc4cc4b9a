import { reasonFor } from "../../words/checks.ts";
import type { DeskComment, KeptReport } from "../../store/port/queues.ts";
import type { Letters } from "../../words/de/letters.ts";
import type { DeskEntry, InDeskLetter } from "./desk.ts";
import { quote, signedBy, wordsOf } from "./written.ts";

/** Asks a moderator to decide on a held comment. Nothing of the reader's stands in the subject. */
export function heldEntry({
  site,
  title,
  name,
  text,
  heldFor,
  ...links
}: InDeskLetter & Pick<DeskComment, "name" | "text" | "heldFor">): DeskEntry {
  const { held, comment } = wordsOf(site).toDesk;
  const reasons = heldFor.map((check) => `- ${reasonFor(check, site.language)}`);
  return {
    ...links,
    subject: held.subject(title),
    opening: held.opening(site.title),
    text: `${[held.why, ...reasons].join("\n")}\n\n${comment}\n\n${signedBy(name, quote(text))}`,
  };
}

/** A reported comment as the moderators read it. */
interface ReportedComment extends InDeskLetter {
  /** The newest reports, and how many wait beside them. */
  reports: readonly Pick<KeptReport, "reason" | "message" | "email">[];
  more: number;
  comment: Pick<DeskComment, "number" | "name" | "text">;
  link: string;
  /** What the reports have done: they have hidden it, or were enough to, had they not hidden others just before. */
  became: "hidden" | "left" | null;
}

/** Tells a moderator of reports about one comment. */
export function reportEntry(about: ReportedComment): DeskEntry {
  const { site, title, reports, more, comment, link, became, addresses, desk } = about;
  const { reported, comment: itsWords } = wordsOf(site).toDesk;
  const parts = [
    ...reports.flatMap((report) => reportLines(reported, report)),
    ...(more === 0 ? [] : [reported.more(more)]),
    itsWords,
    signedBy(comment.name, quote(comment.text)),
    link,
    ...(became === null ? [] : [reported.became[became]]),
  ];
  // What has never been published has no number.
  const number = comment.number === null ? "" : ` ${comment.number}`;
  return {
    subject: reported.subject(title, number),
    opening: reported.opening(site.title),
    text: parts.join("\n\n"),
    addresses,
    desk,
  };
}

function reportLines(
  words: Letters["toDesk"]["reported"],
  { reason, message, email }: Pick<KeptReport, "reason" | "message" | "email">,
): string[] {
  return [
    `${words.reason} ${words.reasons[reason] ?? reason}`,
    ...(message === "" ? [] : [words.message, quote(message)]),
    ...(email === null ? [] : [words.email(email)]),
  ];
}
