import type { deciding as de } from "../de/deciding.ts";
import { quotationMarks } from "../quotation-marks.ts";

export const deciding: typeof de = {
  whose: (name, number) => {
    const by = name === "" ? "" : ` by ${name}`;
    return number === null ? `comment${by}` : `[${number}]${by}`;
  },
  nameless: "without a name",
  act: (act, whose) => `${act}: ${whose}`,
  actFor: (act, reason, whose) => `${act}, ${reason}: ${whose}`,
  to: "on",
  answers: (number, name) => `Reply to [${number}]${name ? ` ${name}` : ""}:`,
  goneWords: "Its text is erased.",
  quote: quotationMarks("en"),
  suspect: (count) => (count === 1 ? "Suspect word:" : "Suspect words:"),
  reports: (count) => (count === 1 ? "1 report" : `${count} reports`),
  times: (count) => `${count} ×`,
  moreReports: (count) => `and ${count} more`,
  soFar: "So far:",
  soFarCounts: ({ published, held, removed }) =>
    (
      [
        [published, "published"],
        [held, "held"],
        [removed, "removed"],
      ] as const
    )
      .filter(([count]) => count !== 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(" · "),
  firstOne: "First comment from this address",
  inArticle: "View in the article",
};
