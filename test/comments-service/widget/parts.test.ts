import { describe, expect, test } from "vitest";
import { createChallenges, readSolution } from "../../../comments-service/domain/challenge.ts";
import { solve } from "../../../comments-service/widget/challenge.ts";
import { conversations } from "../../../comments-service/domain/conversations.ts";
import { numberIn } from "../../../comments-service/domain/comment-anchor.ts";
import { timeFormat } from "../../../comments-service/widget/time.ts";
import { de } from "../../../comments-service/widget/words/de.ts";
import { en } from "../../../comments-service/widget/words/en.ts";
import type { Comment } from "../../../comments-service/wire.ts";

describe("times", () => {
  test("stand on the clock of the magazine's zone, in summer and in winter", () => {
    const time = timeFormat(de, "Europe/Berlin", "2012");
    expect(time("2012-10-23T04:15:00Z")).toBe("23.10., 06:15 Uhr");
    expect(time("2012-11-03T04:15:00Z")).toBe("03.11., 05:15 Uhr");
  });

  test("carry the year where it is not the article's, by the zone's new year", () => {
    const time = timeFormat(de, "Europe/Berlin", "2012");
    expect(time("2012-12-31T22:59:00Z")).toBe("31.12., 23:59 Uhr");
    expect(time("2012-12-31T23:00:00Z")).toBe("01.01.2013, 00:00 Uhr");
  });

  test("name the month in English, where the order of numbers is in doubt", () => {
    const time = timeFormat(en, "Europe/London", "2012");
    expect(time("2012-10-23T05:15:00Z")).toBe("23 Oct, 06:15");
    expect(time("2013-10-23T05:15:00Z")).toBe("23 Oct 2013, 06:15");
  });

  test("stand as they are written where the magazine says it is read", () => {
    const time = timeFormat({ ...en, locale: "en-US" }, "America/New_York", "2026");
    expect(time("2026-06-16T17:10:00Z")).toBe("Jun 16, 1:10 p.m.");
    expect(time("2025-06-16T04:05:00Z")).toBe("Jun 16, 2025, 12:05 a.m.");
    expect(time("2026-06-16T17:10:00Z", true)).toBe("June 16, 2026");
  });
});

test("comments are grouped under the one that begins their conversation", () => {
  const comment = (number: number, replyTo: number | null): Comment => ({
    id: String(number),
    number,
    replyTo,
    name: "Petra",
    text: "Ja.",
    publishedAt: "2026-10-19T12:17:00Z",
    editedAt: null,
    badge: null,
    recommended: false,
    state: "published",
  });
  const found = conversations([
    comment(5, null),
    comment(2, null),
    comment(3, 2),
    comment(4, 3),
    comment(1, null),
  ]);
  expect(found.map((each) => each.map(({ number }) => number))).toEqual([[5], [2, 3, 4], [1]]);
});

test("an address asks for a comment by its number, and by nothing else", () => {
  expect(numberIn("#kommentar-12")).toBe(12);
  for (const other of [
    "",
    "#kommentare",
    "#kommentar-",
    "#kommentar-1a",
    "#kommentar--1",
    "#kommentar-abgeben",
  ])
    expect(numberIn(other)).toBe(0);
});

test("the solver's solution of a challenge of altcha-lib is right to altcha-lib", async () => {
  const challenges = createChallenges(["s".repeat(32)], () => Date.now(), {
    cost: 50,
    least: 250,
    most: 300,
  });
  const { challenge } = await challenges.create("flur", "comment");
  const solution = readSolution(await solve(challenge, AbortSignal.timeout(20_000)));
  if (solution === null || !("payload" in solution)) throw new Error("it is no proof of work");
  expect(solution.payload.solution.counter).toBeGreaterThanOrEqual(250);
  expect(challenges.verify(solution, "flur", "comment")).toBe("solved");
});

test("the solver stops when it is told to", async () => {
  const challenges = createChallenges(["s".repeat(32)], () => Date.now());
  const { challenge } = await challenges.create("flur", "comment");
  await expect(solve(challenge, AbortSignal.abort())).rejects.toThrow("abort");
});
