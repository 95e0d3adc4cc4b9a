import type { CommentAct } from "../../domain/moderation.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { Waiting } from "../../store/port/queues.ts";
import { actLines, actsHint } from "./acts.ts";

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

/** What a letter to the desk tells. */
export interface DeskLetter {
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
}

const words = {
  de: {
    subject: (count: number, { title }: Site) => `Moderation: ${count} neue Fälle in „${title}“`,
    opening: (count: number, { title }: Site) =>
      `In „${title}“ warten ${count} neue Fälle auf Ihre Entscheidung.`,
    more: (count: number) =>
      `Und ${count === 1 ? "ein weiterer Fall" : `${count} weitere Fälle`} in der Moderation.`,
    details: "In der Moderation:",
    waiting: ({ held, reported, notices }: Waiting) =>
      `In der Moderation warten insgesamt: ${held} zu prüfen, ${reported} gemeldet, ${notices} als rechtswidrig gemeldet.`,
    last: "Das ist für heute die letzte E-Mail aus der Moderation. Was noch dazukommt, wartet dort; die nächste E-Mail kommt frühestens morgen.",
  },
  en: {
    subject: (count: number, { title }: Site) => `Desk: ${count} new cases in “${title}”`,
    opening: (count: number, { title }: Site) =>
      `In “${title}” ${count} new cases wait for your decision.`,
    more: (count: number) =>
      `And ${count === 1 ? "one more case" : `${count} more cases`} at the desk.`,
    details: "At the desk:",
    waiting: ({ held, reported, notices }: Waiting) =>
      `At the desk there are in all: ${held} to check, ${reported} reported, ${notices} with a notice of illegal content.`,
    last: "This is the last letter from the desk for today. What else comes waits there; the next letter comes tomorrow at the earliest.",
  },
} as const;

/** A letter to a moderator: one thing as a letter of its own, several in a row. */
export function deskLetter({ site, entries, more, waiting, desk, isLast }: DeskLetter): {
  subject: string;
  text: string;
} {
  const said = words[site.language];
  const hasLinks = entries.some(({ addresses }) => Object.keys(addresses).length > 0);
  const end = [
    ...(more === 0 ? [] : [said.more(more)]),
    ...(hasLinks ? [actsHint(site.language)] : []),
    ...(isLast ? [said.last] : []),
  ];
  const [only] = entries;
  const count = entries.length + more;
  if (only !== undefined && count === 1) {
    const { subject, opening, text, addresses } = only;
    const parts = [opening, text, ...actLines(site.language, addresses), ...end];
    return { subject, text: inParts([...parts, `${said.details}\n${only.desk}`]) };
  }
  const rows = entries.map((entry, index) =>
    inParts([
      `${index + 1}. ${entry.subject}`,
      entry.text,
      ...actLines(site.language, entry.addresses),
      `${said.details}\n${entry.desk}`,
    ]),
  );
  return {
    subject: said.subject(count, site),
    text: inParts([
      said.opening(count, site),
      rows.join(`\n${"-".repeat(40)}\n\n`),
      ...end,
      `${said.waiting(waiting)}\n${desk}`,
    ]),
  };
}

function inParts(parts: readonly string[]): string {
  return `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`;
}
