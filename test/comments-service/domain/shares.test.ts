import { expect, test } from "vitest";
import {
  defaultShares,
  knownMark,
  shareOf,
  startOfDay,
} from "../../../comments-service/domain/shares.ts";
import type { LetterPurpose } from "../../../comments-service/domain/shares.ts";

const midnight = Date.UTC(2026, 10, 23);
const DAY = 24 * 3_600_000;
const who = { mailbox: "ida", network: "home", hasDesk: true };
const share = (purpose: LetterPurpose, more: Partial<typeof who> = {}) =>
  shareOf(purpose, { ...who, ...more }, defaultShares, midnight + 1);

test("a letter counts for its mailbox and purpose, and for its network in that", () => {
  expect(share("account")).toEqual({
    today: midnight,
    most: 12,
    own: "mailbox ida account",
    others: [
      { key: "mailbox ida reader", kept: 2 },
      { key: "mailbox ida desk", kept: 2 },
      { key: "mailbox ida confirm", kept: 2 },
    ],
    network: { key: "mailbox ida account of home", left: 4 },
    known: { mark: "known ida home", key: "mailbox ida known", most: 6 },
    over: "mailbox ida over",
    waiting: { most: 2, days: 0 },
  });
});

test("nothing is kept for a desk to which the mailbox cannot sign in", () => {
  const kept = share("confirm", { hasDesk: false }).others.map((other) => [other.key, other.kept]);
  expect(kept).toEqual([
    ["mailbox ida reader", 2],
    ["mailbox ida account", 2],
    ["mailbox ida desk", 0],
  ]);
});

test("a letter to confirm may wait for three days, a code for none", () => {
  const days = (["reader", "account", "desk", "confirm"] as const).map(
    (purpose) => share(purpose).waiting.days,
  );
  expect(days).toEqual([0, 0, 0, 3]);
});

test("the mark of a known network is the one that a share looks for", () => {
  expect(knownMark("ida", "home")).toBe(share("reader").known.mark);
  expect(knownMark("ida", "work")).not.toBe(share("reader").known.mark);
});

test("a day begins at midnight, UTC", () => {
  expect([midnight - 1, midnight, midnight + DAY - 1].map(startOfDay)).toEqual([
    midnight - DAY,
    midnight,
    midnight,
  ]);
});
