import { join, relative } from "node:path";
import { noteOf, printMistakes } from "../../magazine/read/mistakes.ts";
import type { Mistake } from "../../magazine/read/mistakes.ts";
import { UsageError } from "../command.ts";

/** What a check found. */
export interface Findings {
  /** The content folder, as it was named. */
  readonly content: string;
  /** How many articles, authors and columns there are; null when mistakes kept them from being read. */
  readonly counts: Readonly<Record<"articles" | "authors" | "columns", number>> | null;
  readonly mistakes: readonly Mistake[];
  /** A line for each thread with comments that a build would drop. */
  readonly dropped: readonly string[];
}

/** A finding as text: what belongs to the standard output, and what to that of errors. */
interface Printed {
  readonly output: readonly string[];
  readonly errors: readonly string[];
}

const formats = { text, github, json } satisfies Record<string, (findings: Findings) => Printed>;
export type Format = keyof typeof formats;

/** @throws UsageError when there is no such format */
export function formatOption(value = "text"): Format {
  if (isFormat(value)) return value;
  throw new UsageError(`--format ${value}: expected ${Object.keys(formats).join(", ")}`);
}

/** The findings in that format: `text` for people, `github` with annotations beside it, `json` for other programs. */
export function printFindings(format: Format, findings: Findings): Printed {
  return formats[format](findings);
}

function isFormat(value: string): value is Format {
  return Object.hasOwn(formats, value);
}

function text({ counts, mistakes, dropped }: Findings): Printed {
  const things = Object.entries(counts ?? {}).map(
    ([name, number]) => `${number} ${number === 1 ? name.slice(0, -1) : name}`,
  );
  return {
    output: counts === null ? [] : [`${things.join(", ")}: no mistakes`],
    errors: mistakes.length > 0 ? [printMistakes(mistakes)] : dropped,
  };
}

/**
 * The text, and for each line of it a command that GitHub (and Forgejo) shows at its place in the change: `::error file=…::…`. GitHub shows ten
 * a step, so the text has to be in the log as well.
 */
function github(findings: Findings): Printed {
  const { output, errors } = text(findings);
  const annotations = findings.mistakes.map((mistake) => {
    const file = relative(".", join(findings.content, mistake.file)).replaceAll("\\", "/");
    const place = { file, line: mistake.line, col: mistake.column };
    const properties = Object.entries(place).map(([name, value]) => `${name}=${property(value)}`);
    return `::error ${properties.join(",")}::${data(noteOf(mistake))}`;
  });
  const dropped = findings.dropped.map((line) => `::error::${data(line)}`);
  return { output: [...output, ...annotations, ...dropped], errors };
}

/** The escapes of GitHub's commands, as its own toolkit writes them (packages/core/src/command.ts). */
function data(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function json({ counts, mistakes, dropped }: Findings): Printed {
  return { output: [JSON.stringify({ counts, mistakes, dropped }, null, 2)], errors: [] };
}
