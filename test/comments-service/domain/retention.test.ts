import { expect, test } from "vitest";
import { cleaningTimes } from "../../../comments-service/domain/retention.ts";
import { timeInName } from "../../../comments-service/domain/times.ts";

const now = Date.UTC(2026, 10, 23, 4, 15, 7, 89);

// docs/privacy.md promises these.
test("each kind of thing is kept as long as is promised", () => {
  const times = Object.entries(cleaningTimes(now));
  const days = times.map(([what, time]) => [what, (now - time) / (24 * 3_600_000)]);
  expect(Object.fromEntries(days)).toEqual({
    unconfirmed: 3,
    links: 0,
    proofs: 30,
    senders: 2,
    reports: 90,
    sessions: 0,
    subscriptions: 90,
    actLinks: 7,
    notices: 365,
    letters: 7,
  });
});

test("a time in a file's name has no colon and ends with the second", () => {
  expect(timeInName(now)).toBe("2026-11-23T04-15-07Z");
});
