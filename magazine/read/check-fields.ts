import * as v from "valibot";

import { nearest } from "../guess.ts";
import type { Document } from "./documents.ts";
import type { Fields, Path, Written } from "./fields.ts";
import type { Mistake, Report } from "./mistakes.ts";
import { choicesIn } from "./schema.ts";

/**
 * Checks a document's fields against their schema and reports every mistake where it stands: a missing field where it should be, an
 * unknown one at its name, a wrong one at its value.
 *
 * @returns what the schema makes of the fields; null when there are mistakes.
 */
export function checkFields<Schema extends v.GenericSchema>(
  { file, fields }: Pick<Document, "file" | "fields">,
  schema: Schema,
  report: Report,
): v.InferOutput<Schema> | null {
  if (fields === null) return null;
  const result = v.safeParse(schema, fields.data);
  if (result.success) return result.output;
  for (const issue of result.issues) report({ file, ...noteOn(issue, fields) });
  return null;
}

function noteOn(issue: v.BaseIssue<unknown>, fields: Fields): Omit<Mistake, "file"> {
  // Keys are names or indices: fields come from YAML maps and lists.
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const parent = path.slice(0, -1);
  const last = issue.path?.at(-1);
  const expected = issue.message;
  if (last?.origin === "key" && last.value === undefined) {
    const spot = parent.length === 0 ? { line: 1, column: 1 } : fields.keyAt(parent);
    return { ...spot, what: `${named(path)} is missing`, expected };
  }
  if (last?.origin === "key") {
    const key = String(path.at(-1));
    const what = `"${key}" is not a field ${parent.length === 0 ? "here" : `of ${named(parent)}`}`;
    return { ...fields.keyAt(path), what, expected, ...guessOf(key, expected) };
  }
  const written = at(fields.data, path);
  const subject = typeof path.at(-1) === "number" ? `an entry of ${named(path)}` : named(path);
  const what = `${subject} is ${describe(written)}`;
  const guess = guessOf(written, expected);
  return { ...fields.valueAt(path), what, expected: asText(expected, written), ...guess };
}

/** A text that YAML took for a list or a map: `[Anzeige]`, or `- Berlin: Mitte` in a list. */
function asText(expected: string, written: Written | undefined): string {
  if (typeof written !== "object" || !expected.startsWith("a text")) return expected;
  return `${expected}; with quotes around the value if it begins with a sign or holds a colon`;
}

function named(path: Path): string {
  return path.filter((step) => typeof step === "string").join(".");
}

function guessOf(written: Written | undefined, expected: string): { guess?: string } {
  const guess = typeof written === "string" ? nearest(written, choicesIn(expected)) : undefined;
  return guess === undefined ? {} : { guess };
}

function at(data: Written, path: Path): Written | undefined {
  let value: Written | undefined = data;
  for (const step of path) {
    if (typeof value !== "object") return undefined;
    value = (value as Record<string | number, Written>)[step];
  }
  return value;
}

/** A value in a sentence: `"Marken"`, `empty`, `a list`. */
function describe(value: Written | undefined): string {
  if (value === undefined || value === "") return "empty";
  if (typeof value === "string") return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (!Array.isArray(value)) return "a map of fields";
  return value.length === 0 ? "an empty list" : "a list";
}
