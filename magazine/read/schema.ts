/** The kinds of fields that front matter and magazine.yaml are made of. A schema's message says what is expected. */
import * as v from "valibot";

import { dayOrTime, readTime } from "../dates.ts";
import type { Focus } from "../model.ts";
import { addressFault } from "../text/link-addresses.ts";
import { control } from "./documents.ts";
import { isSlug, slugForm } from "./slugs.ts";

/** What a value is to those who write it. `described.ts` reads it, for all that offers fields to them. */
export type Kind =
  | "line"
  | "paragraph"
  | "lines"
  | "flag"
  | "number"
  | "choice"
  | "list"
  | "map"
  | "time"
  | "conversation"
  | "slug"
  | "origin"
  | "link"
  | "alias"
  | "email"
  | "zone"
  | "picture"
  | "focus"
  | "column"
  | "author";

export type Meaning = {
  readonly kind: Kind;
  /** Of a number. */
  readonly from?: number;
  readonly to?: number;
};

/** Says in a schema what its value is. */
export function means<Value>(kind: Kind, more: Omit<Meaning, "kind"> = {}) {
  return v.metadata<Value, Meaning>({ kind, ...more });
}

type Entries = Record<string, v.GenericSchema>;

/** A map with these fields and no other. Unlike valibot's strict object it names every unknown field, not only the first. */
export function map<const E extends Entries>(entries: E) {
  const names = Object.keys(entries);
  return v.pipe(
    v.looseObject(entries, (issue) => expectedOf(entries, issue.path?.at(-1)?.key)),
    v.rawCheck(({ dataset, addIssue }) => {
      const input: unknown = dataset.value;
      if (!isMap(input)) return;
      for (const key of Object.keys(input).filter((key) => !names.includes(key))) {
        const path = { type: "object", origin: "key", input, key, value: input[key] } as const;
        addIssue({ message: oneOf(names), path: [path] });
      }
    }),
  );
}

function isMap(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

function expectedOf(entries: Entries, key: unknown): string {
  if (typeof key !== "string") return `fields: ${Object.keys(entries).join(", ")}`;
  const schema = entries[key];
  if (schema && "entries" in schema && isMap(schema.entries)) {
    return `its fields: ${Object.keys(schema.entries).join(", ")}`;
  }
  return schema && "message" in schema && typeof schema.message === "string"
    ? schema.message
    : "a value";
}

/** What a closed list expects. `choicesIn` reads it again, for the guess. */
export function oneOf(names: readonly string[]): string {
  return `one of ${names.join(", ")}`;
}

export function choicesIn(expected: string): readonly string[] {
  return /^one of (.*)$/.exec(expected)?.[1]?.split(", ") ?? [];
}

/** A text of any number of lines. */
export function lines(expected = "a text") {
  return v.pipe(
    v.string(expected),
    v.check((value) => value.trim() !== "", expected),
    // YAML can write them as escapes.
    v.check((value) => !control.test(value), `${expected} without control characters`),
    means("lines"),
  );
}

/** Ends of lines, and of paragraphs, by Unicode. */
const lineEnd = /[\n\u2028\u2029]/;

/** A text of one line: a title, a name. */
export function text(expected = "a text") {
  return v.pipe(
    lines(expected),
    v.check((value) => !lineEnd.test(value), `${expected} on one line`),
    means("line"),
  );
}

export const orNothing = "a text, or the field left out";

/** One paragraph, which may be written on several lines. */
export function prose(expected = "a text") {
  return v.pipe(lines(expected), v.transform(asParagraph), means("paragraph"));
}

export function asParagraph(text: string): string {
  return text.replace(/\s*[\n\u2028\u2029]\s*/g, " ");
}

export function optionalText() {
  return v.optional(text(orNothing));
}

export function optionalProse() {
  return v.optional(prose(orNothing));
}

export function choice<const Names extends readonly string[]>(names: Names) {
  return v.picklist(names, oneOf(names));
}

export function flag() {
  return v.pipe(
    choice(["true", "false"]),
    v.transform((value) => value === "true"),
    means("flag"),
  );
}

export function wholeNumber(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return v.pipe(
    v.string(expected),
    v.regex(/^(?:0|[1-9]\d*)$/, expected),
    v.transform(Number),
    v.minValue(from, expected),
    v.maxValue(to, expected),
    means("number", { from, to }),
  );
}

export function list<Item extends v.GenericSchema>(
  item: Item,
  expected = "a list, such as [one, another]",
) {
  return v.array(item, expected);
}

/** A wall-clock time in the magazine's zone; comes out as ISO 8601 with its offset. */
export function time(timeZone: string) {
  return v.pipe(
    v.string(dayOrTime),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readTime(dataset.value, timeZone);
      if ("time" in read) return read.time;
      addIssue({ message: read.expected });
      return NEVER;
    }),
    means("time"),
  );
}

/** `open`, `closed`, `off`, or the time at which what is open closes by itself. */
export function conversation(timeZone: string) {
  const states = ["open", "closed", "off"] as const;
  const expected = `${oneOf(states)}, or the day on which they close, such as 2012-11-30`;
  return v.pipe(
    v.string(expected),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const state = states.find((each) => each === dataset.value);
      if (state !== undefined) return { state, closes: null };
      const read = /^\d/.test(dataset.value) ? readTime(dataset.value, timeZone) : { expected };
      if ("time" in read) return { state: "open" as const, closes: read.time };
      addIssue({ message: read.expected });
      return NEVER;
    }),
    means("conversation"),
  );
}

/** Refuses an entry that says the same as one before it. */
export function distinct<Entry extends string>(
  sameness: (entry: string) => string = (entry) => entry,
) {
  return v.rawCheck<Entry[]>(({ dataset, addIssue }) => {
    const seen = new Set<string>();
    // Also called when an entry is wrong in itself.
    const entries: readonly unknown[] = Array.isArray(dataset.value) ? dataset.value : [];
    for (const [index, entry] of entries.entries()) {
      if (typeof entry !== "string") continue;
      if (seen.has(sameness(entry))) {
        const path = {
          type: "array",
          origin: "value",
          input: [...entries],
          key: index,
          value: entry,
        } as const;
        addIssue({ message: "each entry once", path: [path] });
      }
      seen.add(sameness(entry));
    }
  });
}

export const focusPattern = /^(?:\d{1,2}|100)% (?:\d{1,2}|100)%$/;

/** A point of a picture: per cent from the left and from the top. */
export function focus() {
  const expected = "per cent from the left and from the top, such as 50% 30%";
  return v.optional(
    v.pipe(
      v.string(expected),
      v.regex(focusPattern, expected),
      v.transform(focusOf),
      means("focus"),
    ),
  );
}

/** The point that `50% 30%` names. */
export function focusOf(written: string): Focus {
  const [x = 50, y = 50] = written.split(" ").map((one) => Number.parseInt(one, 10));
  return { x, y };
}

export function slug() {
  return v.pipe(v.string(slugForm), v.check(isSlug, slugForm), means("slug"));
}

/** The address of a site: every address below it begins with a slash, so it has none at its end. */
export function origin() {
  const expected =
    "http:// or https:// and a host name, without a slash at the end, such as https://www.example.org";
  return v.pipe(
    v.string(expected),
    v.check((value) => {
      const url = URL.parse(value);
      return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
    }, expected),
    means("origin"),
  );
}

/** Where a link leads: another site, a mailbox, or an address of the magazine. */
export function link() {
  const expected = "an address that begins with https://, http://, mailto: or /";
  return v.pipe(
    v.string(expected),
    v.check(
      (value) => addressFault(value) === null,
      ({ input }) => addressFault(input)?.expected ?? expected,
    ),
    means("link"),
  );
}

export function titledLinks() {
  return v.optional(
    list(map({ title: text(), url: link() }), "a list of links, each with title and url"),
    [],
  );
}
