import { describe, expect, test } from "vitest";
import type { CommentState } from "../../../comments-service/domain/comment.ts";
import {
  actsFor,
  commentActs,
  fittingAct,
  isCommentAct,
  isTold,
  removalReasons,
  transitions,
} from "../../../comments-service/domain/moderation.ts";
import type { CommentAct } from "../../../comments-service/domain/moderation.ts";

const states: Record<CommentState, CommentAct[]> = {
  unconfirmed: ["erase"],
  held: ["publish", "reject", "erase"],
  published: ["keep", "hide", "erase"],
  hidden: ["publish", "reject", "erase"],
  rejected: ["publish", "erase"],
  erased: [],
};

describe("what a moderator can do", () => {
  test.each(Object.entries(states))("to a comment that is %s is %j", (state, acts) => {
    expect(actsFor(state as CommentState)).toEqual(acts);
  });

  test("leads where its word says", () => {
    expect(commentActs.map((act) => [act, transitions[act].to])).toEqual([
      ["publish", "published"],
      ["keep", "published"],
      ["reject", "rejected"],
      ["hide", "hidden"],
      ["erase", "erased"],
    ]);
  });

  test("to what reports have hidden means what was meant of a published one", () => {
    expect(commentActs.map((act) => fittingAct(act, "hidden"))).toEqual([
      "publish",
      "publish",
      "reject",
      "reject",
      "erase",
    ]);
  });

  test("means itself elsewhere, or nothing", () => {
    for (const state of ["unconfirmed", "held", "published", "rejected", "erased"] as const)
      for (const act of commentActs)
        expect(fittingAct(act, state)).toBe(states[state].includes(act) ? act : null);
  });

  test("has a word, and no other word is one", () => {
    expect(commentActs.every(isCommentAct)).toBe(true);
    expect(["", "delete", "Publish", "published"].some(isCommentAct)).toBe(false);
  });
});

test("reasons of mass mail are told to nobody, every other one is", () => {
  expect(["", ...removalReasons].filter((reason) => !isTold(reason))).toEqual([
    "",
    "spam",
    "duplicate",
  ]);
});
