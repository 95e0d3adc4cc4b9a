import { join, relative } from "node:path";
import { hintWords } from "../../magazine/read/hint-words.ts";
import type { Hint } from "../../magazine/read/hints.ts";
import type { Language } from "../../magazine/model.ts";
import type { Place, Told } from "../../magazine/read/mistakes.ts";
import { noteIn, tellMistakes } from "../../magazine/read/telling.ts";
import { UsageError } from "../command.ts";

/** What a check found. */
export interface Findings {
  /** The content folder, as it was named. */
  readonly content: string;
  /** Of the magazine. */
  readonly language: Language;
  /** How many articles, authors and columns there are; null when mistakes kept them from being read. */
  readonly counts: Readonly<Record<"articles" | "authors" | "columns", number>> | null;
  readonly mistakes: readonly Told[];
  /** What is no mistake, and could be better; null when mistakes kept it from being looked for. */
  readonly hints: readonly Hint[] | null;
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

function hintLines({ hints, language }: Findings): { place: Hint; note: string }[] {
  const { hint, better } = hintWords[language];
  return (hints ?? []).map((place) => ({
    place,
    note: `${hint}: ${place.what}; ${better}: ${place.expected}`,
  }));
}

function text(findings: Findings): Printed {
  const { counts, mistakes, dropped } = findings;
  const hints = hintLines(findings).map(
    ({ place: { file, line, column }, note }) => `${file}:${line}:${column} ${note}`,
  );
  const things = Object.entries(counts ?? {}).map(
    ([name, number]) => `${number} ${number === 1 ? name.slice(0, -1) : name}`,
  );
  return {
    output: counts === null ? [] : [...hints, `${things.join(", ")}: no mistakes`],
    errors: mistakes.length > 0 ? [tellMistakes(findings)] : dropped,
  };
}

/**
 * The text, and for each line of it a command that GitHub (and Forgejo) shows at its place in the change: `::error file=…::…`, of a hint `::notice`. GitHub shows ten
 * a step, so the text has to be in the log as well.
 */
function github(findings: Findings): Printed {
  const { output, errors } = text(findings);
  const at = (command: string, place: Place, note: string) => {
    const file = relative(".", join(findings.content, place.file)).replaceAll("\\", "/");
    const values = { file, line: place.line, col: place.column };
    const properties = Object.entries(values).map(([name, value]) => `${name}=${property(value)}`);
    return `::${command} ${properties.join(",")}::${data(note)}`;
  };
  const annotations = findings.mistakes.map((mistake) =>
    at("error", mistake, noteIn(findings.language, mistake)),
  );
  const notices = hintLines(findings).map(({ place, note }) => at("notice", place, note));
  const dropped = findings.dropped.map((line) => `::error::${data(line)}`);
  return { output: [...output, ...annotations, ...notices, ...dropped], errors };
}

/** The escapes of GitHub's commands, as its own toolkit writes them (packages/core/src/command.ts). */
function data(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function json({ counts, mistakes, hints, dropped }: Findings): Printed {
  const bare = mistakes.map((mistake) => ({ ...mistake, excerpt: undefined }));
  const found = { counts, mistakes: bare, hints: hints ?? [], dropped };
  return { output: [JSON.stringify(found, null, 2)], errors: [] };
}
