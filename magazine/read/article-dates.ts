import { readTime } from "../dates.ts";
import type { Change, Time } from "../model.ts";
import type { Document } from "./documents.ts";
import type { Path, Written } from "./fields.ts";
import type { Reading } from "./reading.ts";

/** A date as it was written: a day alone stands for the whole day. */
interface Moment {
  readonly written: string;
  readonly time: Time;
  readonly isDay: boolean;
}

/**
 * Reports what cannot have been before the article appeared: an end, a change, a correction. A day and a time are compared as days, so
 * that a text of nine o'clock may be changed on the same day.
 */
export function refuseDisorder(document: Document, { timeZone, report }: Reading): void {
  const { file, fields } = document;
  const date = momentOf(fields?.data["date"], timeZone);
  if (fields === null || date === null) return;
  const refuse = (path: Path, { written }: Moment, expected: string): void => {
    report({ file, ...fields.valueAt(path), what: `${nameOf(path)} is "${written}"`, expected });
  };
  const expires = momentOf(fields.data["expires"], timeZone);
  // From then on there is no article: its day's first moment counts.
  if (expires !== null && Date.parse(expires.time) <= Date.parse(date.time))
    refuse(["expires"], expires, "a time after date");
  const closes = momentOf(fields.data["comments"], timeZone);
  if (closes !== null && Date.parse(closes.time) <= Date.parse(date.time))
    refuse(["comments"], closes, "a time after date");
  for (const { path, moment } of changesIn(document, timeZone))
    if (isBefore(moment, date)) refuse(path, moment, "a time not before date");
}

/** The changes of an article that appeared at `date`, none of them before it, and where they stand. */
export function changesOf(document: Document, date: Time, timeZone: string): Change[] {
  return changesIn(document, timeZone).map(({ path, moment }) => {
    const { line, column } = document.fields?.valueAt(path) ?? { line: 1, column: 1 };
    const { written, time } = moment;
    return { field: nameOf(path), written, time: notBefore(date, time), line, column };
  });
}

function nameOf(path: Path): string {
  return path.filter((step) => typeof step === "string").join(".");
}

/** On the article's own day a change without a time is told as of the time when it appeared. */
export function notBefore(date: Time, time: Time): Time {
  return Date.parse(time) < Date.parse(date) ? date : time;
}

function changesIn({ fields }: Document, timeZone: string): { path: Path; moment: Moment }[] {
  if (fields === null) return [];
  const { updated, corrections } = fields.data;
  const dates: [Path, Written | undefined][] = [[["updated"], updated]];
  for (const [index, correction] of Array.isArray(corrections) ? corrections.entries() : [])
    dates.push([["corrections", index, "date"], dateOf(correction)]);
  return dates.flatMap(([path, written]) => {
    const moment = momentOf(written, timeZone);
    return moment === null ? [] : [{ path, moment }];
  });
}

function dateOf(correction: Written): Written | undefined {
  if (typeof correction === "string" || Array.isArray(correction)) return undefined;
  return (correction as Readonly<Record<string, Written>>)["date"];
}

/** Null for what is left out, and for what the schema reports. */
function momentOf(written: Written | undefined, timeZone: string): Moment | null {
  if (typeof written !== "string") return null;
  const read = readTime(written, timeZone);
  if (!("time" in read)) return null;
  return { written, time: read.time, isDay: !written.includes(":") };
}

function isBefore(one: Moment, other: Moment): boolean {
  if (one.isDay || other.isDay) return dayOf(one) < dayOf(other);
  return Date.parse(one.time) < Date.parse(other.time);
}

/** As written, year first: on the magazine's clock. */
function dayOf({ written }: Moment): string {
  return written.slice(0, "2012-10-19".length);
}
