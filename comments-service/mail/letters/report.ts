import type { CommentAct } from "../../domain/moderation.ts";
import type { Notice } from "../../domain/report.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { Reason } from "../../wire.ts";
import { actLines } from "./acts.ts";
import { quote } from "./quote.ts";

/** A report as the moderators read it. */
export interface ReportedComment {
  site: Site;
  title: string;
  notice: Notice;
  comment: { id: string; number: number | null; name: string; text: string };
  link: string;
  addresses: Partial<Record<CommentAct, string>>;
  desk: string;
}

/** The letter that tells a moderator of a report, with one link for each act. */
export function reportLetter(report: ReportedComment): { subject: string; text: string } {
  return { de, en }[report.site.language](report);
}

const reasonsDe: Record<Reason, string> = {
  spam: "Spam oder Werbung",
  insult: "Beleidigung oder Hetze",
  illegal: "rechtswidriger Inhalt",
  other: "etwas anderes",
};

const reasonsEn: Record<Reason, string> = {
  spam: "spam or advertising",
  insult: "insult",
  illegal: "illegal content",
  other: "something else",
};

function de({ site, title, notice, comment, link, addresses, desk }: ReportedComment) {
  return {
    subject: `Gemeldet: Kommentar${numbered(comment.number)} zu „${title}“`,
    text: `In „${site.title}“ wurde ein Kommentar gemeldet.

Grund: ${reasonsDe[notice.reason]}
${notice.message === "" ? "" : `\nDazu heißt es in der Meldung:\n\n${quote(notice.message)}\n`}${notice.email === null ? "" : `\nAdresse der meldenden Person: ${notice.email} (nicht geprüft)\n`}
Der Kommentar:

${quote(comment.text)}
> – ${quote(comment.name).slice(2)}

${link}

${actLines(site.language, addresses, desk)}
`,
  };
}

function en({ site, title, notice, comment, link, addresses, desk }: ReportedComment) {
  return {
    subject: `Reported: comment${numbered(comment.number)} on “${title}”`,
    text: `A comment in “${site.title}” was reported.

Reason: ${reasonsEn[notice.reason]}
${notice.message === "" ? "" : `\nThe person who reports it writes:\n\n${quote(notice.message)}\n`}${notice.email === null ? "" : `\nTheir address: ${notice.email} (not verified)\n`}
The comment:

${quote(comment.text)}
> – ${quote(comment.name).slice(2)}

${link}

${actLines(site.language, addresses, desk)}
`,
  };
}

/** What has never been published has no number. */
function numbered(number: number | null): string {
  return number === null ? "" : ` ${number}`;
}
