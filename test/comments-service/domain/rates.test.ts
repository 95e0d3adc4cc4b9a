import { describe, expect, test } from "vitest";
import {
  accountCounters,
  codeTries,
  countersOf,
  defaultLimits,
  editTries,
  mailboxCounter,
  mayBeLate,
  secondsUntilFree,
  actCountersOf,
} from "../../../comments-service/domain/rates.ts";
import type { Counter, Limits } from "../../../comments-service/domain/rates.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const midnight = Date.UTC(2026, 10, 23);
const now = midnight + 4 * HOUR + 15 * MINUTE + 1;

const caps: Limits["comment"] = {
  sender: [{ per: 10 * MINUTE, most: 3 }],
  sender56: [{ per: DAY, most: 5 }],
  account: [{ per: HOUR, most: 2 }],
  thread: [{ per: HOUR, most: 7 }],
  site: [
    { per: HOUR, most: 9 },
    { per: DAY, most: 20 },
  ],
};

describe("an act is counted", () => {
  test("for each whom it has, in the stretch of time that it falls into", () => {
    const who = { sender: "192.0.2.1", thread: "flur" };
    expect(countersOf("comment", caps, who, now)).toEqual([
      {
        key: `comment sender 192.0.2.1 ${10 * MINUTE}`,
        start: midnight + 4 * HOUR + 10 * MINUTE,
        per: 10 * MINUTE,
        most: 3,
      },
      { key: `comment thread flur ${HOUR}`, start: midnight + 4 * HOUR, per: HOUR, most: 7 },
      { key: `comment site  ${HOUR}`, start: midnight + 4 * HOUR, per: HOUR, most: 9 },
      { key: `comment site  ${DAY}`, start: midnight, per: DAY, most: 20 },
    ]);
  });

  test("in a new stretch from its first millisecond on", () => {
    const startAt = (time: number) =>
      countersOf("again", { site: [{ per: HOUR, most: 1 }] }, {}, time)[0]?.start;
    expect([startAt(midnight - 1), startAt(midnight), startAt(midnight + HOUR - 1)]).toEqual([
      midnight - HOUR,
      midnight,
      midnight,
    ]);
  });

  test("and refuses for what its sender did, but waits for what others did", () => {
    const who = { sender: "a", sender56: "b", account: "c", thread: "sender account" };
    const { counters, queues } = actCountersOf("comment", caps, who, now);
    const scopes = (each: Counter[]) => each.map(({ key }) => key.split(" ")[1]);
    expect(scopes(counters)).toEqual(["sender", "sender56", "account"]);
    expect(scopes(queues)).toEqual(["thread", "site", "site"]);
  });

  test("for a proven address under a name that a signed-in post counts under too", () => {
    const who = { sender: "a", thread: "flur", account: "ida" };
    const ofPost = countersOf("comment", defaultLimits.comment, who, now);
    const ofAccount = accountCounters("ida", defaultLimits, now);
    expect(ofAccount.map(({ most, per }) => [most, per])).toEqual([
      [10, 10 * MINUTE],
      [60, DAY],
    ]);
    expect(ofPost).toEqual(expect.arrayContaining(ofAccount));
    const comment = { ...defaultLimits.comment, account: undefined };
    expect(accountCounters("ida", { ...defaultLimits, comment }, now)).toEqual([]);
  });

  test("where it concerns one mailbox, one picture or one comment", () => {
    expect(mailboxCounter("ida", defaultLimits, now)).toEqual({
      key: `mailbox ida ${DAY}`,
      start: midnight,
      per: DAY,
      most: 12,
    });
    expect(codeTries("c", now)).toEqual({ key: "code c", start: now, per: HOUR, most: 3 });
    expect(editTries("c", now)).toEqual({
      key: `edit c ${HOUR}`,
      start: midnight + 4 * HOUR,
      per: HOUR,
      most: 30,
    });
  });
});

test("a wider network may do more than a narrower one, and the site more than each", () => {
  for (const { sender, sender56, sender48, site } of [
    defaultLimits.comment,
    defaultLimits.report,
    defaultLimits.signIn,
  ]) {
    const ofDay = [sender, sender56, sender48, site].map((rates) => rates?.at(-1));
    expect(ofDay.map((rate) => rate?.per)).toEqual([DAY, DAY, DAY, DAY]);
    const most = ofDay.map((rate) => rate?.most ?? 0);
    expect(most).toEqual(most.toSorted((a, b) => a - b));
    expect(new Set(most).size).toBe(4);
  }
});

describe("what is asked for may be late", () => {
  const who = { sender: "a", sender56: "b" };
  const turns = actCountersOf(
    "mine",
    {
      sender: [{ per: HOUR, most: 6 }],
      sender56: [{ per: HOUR, most: 9 }],
      site: [{ per: HOUR, most: 8 }],
    },
    who,
    now,
  );
  test.each<[string, number[], boolean]>([
    ["is the fourth of its sender", [4, 4, 8], false],
    ["is the fifth", [5, 5, 5], true],
    ["comes from a busy neighbourhood", [1, 9, 8], false],
    ["is one more than the site sends", [1, 1, 9], true],
    ["was never counted", [], false],
  ])("when it %s: counts %j", (_, counts, isLate) => {
    expect(mayBeLate(turns, counts)).toBe(isLate);
  });
});

describe("a sender who is refused may come back", () => {
  const at = (start: number, per: number): Counter => ({ key: "", start, per, most: 1 });
  test.each<[string, Counter[], number]>([
    ["when the last of the full counters begins anew", [at(0, 9000), at(0, 5000)], 8],
    ["after whole seconds, never too early", [at(0, 2001)], 2],
    ["after a second at least", [at(0, 1000)], 1],
    ["after a second where nothing is full", [], 1],
  ])("%s", (_, counters, seconds) => {
    expect(secondsUntilFree(counters, 1000)).toBe(seconds);
  });
});
