import { HOUR, MINUTE } from "../../domain/times.ts";

/** A moment as two clocks showed it, both as if they were UTC: the blog's and that of Greenwich. */
export interface ClockPair {
  local: number;
  utc: number;
}

/**
 * Finds the time zone whose clock shows these pairs: the one that is given, unless another is right more often.
 * @param own an IANA name.
 */
export function timeZoneOf(pairs: readonly ClockPair[], own: string): string {
  const used = oneOfEachMonth(pairs);
  const right = (timeZone: string) => {
    const offset = offsetIn(timeZone);
    return used.filter(({ local, utc }) => offset(utc) === local - utc).length;
  };
  let best = { timeZone: own, right: right(own) };
  if (best.right === used.length) return own;
  for (const timeZone of ["UTC", ...Intl.supportedValuesOf("timeZone")]) {
    const found = { timeZone, right: right(timeZone) };
    if (found.right > best.right) best = found;
    if (best.right === used.length) break;
  }
  return best.timeZone;
}

/** Which is enough to know a zone by. What differs by more than any zone, or by odd minutes, is a mistake. */
function oneOfEachMonth(pairs: readonly ClockPair[]): ClockPair[] {
  const found = new Map<string, ClockPair>();
  for (const { local, utc } of pairs) {
    const offset = local - utc;
    if (Math.abs(offset) > 14 * HOUR || offset % (15 * MINUTE) !== 0) continue;
    found.set(`${new Date(utc).toISOString().slice(0, 7)} ${offset}`, { local, utc });
  }
  return [...found.values()];
}

/**
 * The moment at which a zone's clock shows a time. Where it shows it twice it is the first; a time that it leaps over is taken by the clock
 * before the leap, as in ISO 8601's and Temporal's 'compatible' way.
 * @param local as if it were UTC, in milliseconds since 1970.
 */
export function momentIn(timeZone: string): (local: number) => number {
  const offset = offsetIn(timeZone);
  return (local) => {
    const [before, after] = [offset(local - 24 * HOUR), offset(local + 24 * HOUR)];
    const moments = [local - before, local - after].filter((at) => at + offset(at) === local);
    return moments.length === 0 ? local - before : Math.min(...moments);
  };
}

/** How far a zone's clock is ahead of Greenwich at a moment, in milliseconds. */
function offsetIn(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /([+-])(\d+):(\d+)(?::(\d+))?/u.exec(name) ?? [];
    const ahead = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
    return sign === "-" ? -ahead : ahead;
  };
}
