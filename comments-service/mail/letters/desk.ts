import type { CommentAct } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { Waiting } from "../../store/port/queues.ts";
import type { Letters } from "../../words/de/letters.ts";
import { inParts, wordsOf } from "./written.ts";
import type { Written } from "./written.ts";

/** One thing that waits at the desk, as a letter tells it: alone, or in a row with others. */
export interface DeskEntry {
  /** Nothing of a reader's stands in it. */
  subject: string;
  opening: string;
  text: string;
  /** Links that act, and the page of the desk where everything else is done. */
  addresses: Partial<Record<CommentAct, string>>;
  desk: string;
}

/** What every entry is made from. */
export interface InDeskLetter extends Pick<DeskEntry, "addresses" | "desk"> {
  site: Site;
  /** The article's. */
  title: string;
}

/** A letter to a moderator: one thing as a letter of its own, several in a row. */
export function deskLetter(letter: {
  site: Site;
  /** At least one. */
  entries: readonly DeskEntry[];
  /** How many more have come. */
  more: number;
  waiting: Waiting;
  /** The desk's address. */
  desk: string;
  /** No other goes to this moderator today. */
  isLast: boolean;
}): Written {
  const { site, entries, more, waiting, desk, isLast } = letter;
  const said = wordsOf(site).toDesk;
  const hasLinks = entries.some(({ addresses }) => Object.keys(addresses).length > 0);
  const end = [
    ...(more === 0 ? [] : [said.more(more)]),
    ...(hasLinks ? [said.actsHint] : []),
    ...(isLast ? [said.last] : []),
  ];
  const [only] = entries;
  const count = entries.length + more;
  if (only !== undefined && count === 1) {
    const { subject, opening, text, addresses } = only;
    const parts = [opening, text, ...actLines(said, addresses), ...end];
    return { subject, text: inParts([...parts, `${said.details}\n${only.desk}`]) };
  }
  const rows = entries.map((entry, index) =>
    inParts([
      `${index + 1}. ${entry.subject}`,
      entry.text,
      ...actLines(said, entry.addresses),
      `${said.details}\n${entry.desk}`,
    ]),
  );
  return {
    subject: said.subject(count, site.title),
    text: inParts([
      said.opening(count, site.title),
      rows.join(`\n${"-".repeat(40)}\n\n`),
      ...end,
      `${said.waiting(waiting)}\n${desk}`,
    ]),
  };
}

/** One link for each act, in a line of its own. */
function actLines(
  said: Letters["toDesk"],
  addresses: Partial<Record<CommentAct, string>>,
): string[] {
  // The keys are acts by their type.
  const links = Object.entries(addresses) as [CommentAct, string][];
  return links.map(([act, address]) => `${said.act[act]}:\n${address}`);
}
