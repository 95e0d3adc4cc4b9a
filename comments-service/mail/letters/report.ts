import type { Site } from "../../domain/thread-list.ts";
import type { Reason } from "../../wire.ts";
import type { DeskEntry, InDeskLetter } from "./desk.ts";
import { quote } from "./quote.ts";

/** A report as the moderators read it. */
interface Report {
  reason: string;
  message: string;
  email: string | null;
}

/** A reported comment as the moderators read it. */
export interface ReportedComment extends InDeskLetter {
  /** The newest reports, and how many wait beside them. */
  reports: readonly Report[];
  more: number;
  comment: { number: number | null; name: string; text: string };
  link: string;
  /** What the reports have done: they have hidden it, or were enough to, had they not hidden others just before. */
  became: "hidden" | "left" | null;
}

/** Tells a moderator of reports about one comment. */
export function reportEntry(reported: ReportedComment): DeskEntry {
  const { site, title, reports, more, comment, link, became, addresses, desk } = reported;
  const said = words[site.language];
  const parts = [
    ...reports.map((report) => reportLines(site.language, report)),
    ...(more === 0 ? [] : [said.more(more)]),
    `${said.comment}\n\n${quote(comment.text)}\n> – ${quote(comment.name).slice(2)}`,
    link,
    ...(became === null ? [] : [said.became[became]]),
  ];
  // What has never been published has no number.
  const number = comment.number === null ? "" : ` ${comment.number}`;
  return { ...said.head(site, title, number), text: parts.join("\n\n"), addresses, desk };
}

function reportLines(language: Site["language"], { reason, message, email }: Report): string {
  const said = words[language];
  const known: Readonly<Record<string, string>> = said.reasons;
  return [
    `${said.reason} ${known[reason] ?? reason}`,
    ...(message === "" ? [] : [said.message, quote(message)]),
    ...(email === null ? [] : [said.email(email)]),
  ].join("\n\n");
}

const words = {
  de: {
    head: (site: Site, title: string, number: string) => ({
      subject: `Gemeldet: Kommentar${number} zu „${title}“`,
      opening: `In „${site.title}“ wurde ein Kommentar gemeldet.`,
    }),
    reason: "Grund:",
    message: "Dazu heißt es in der Meldung:",
    email: (email: string) => `Adresse der meldenden Person: ${email} (nicht geprüft)`,
    more: (count: number) =>
      count === 1 ? "Dazu eine weitere Meldung." : `Dazu ${count} weitere Meldungen.`,
    comment: "Der Kommentar:",
    became: {
      hidden: "Die Meldungen haben den Kommentar verborgen, bis Sie entscheiden.",
      left: "Der Kommentar ist trotz der Meldungen weiter zu lesen: Meldungen allein verbergen nur wenige Kommentare in der Stunde.",
    },
    reasons: {
      spam: "Spam oder Werbung",
      insult: "Beleidigung oder Hetze",
      illegal: "rechtswidriger Inhalt",
      other: "etwas anderes",
    } satisfies Record<Reason, string>,
  },
  en: {
    head: (site: Site, title: string, number: string) => ({
      subject: `Reported: comment${number} on “${title}”`,
      opening: `A comment in “${site.title}” was reported.`,
    }),
    reason: "Reason:",
    message: "The person who reports it writes:",
    email: (email: string) => `Their address: ${email} (not verified)`,
    more: (count: number) => (count === 1 ? "And one more report." : `And ${count} more reports.`),
    comment: "The comment:",
    became: {
      hidden: "The reports have hidden the comment until you decide.",
      left: "The comment can still be read despite the reports: reports alone hide only a few comments an hour.",
    },
    reasons: {
      spam: "spam or advertising",
      insult: "insult",
      illegal: "illegal content",
      other: "something else",
    } satisfies Record<Reason, string>,
  },
} as const;
