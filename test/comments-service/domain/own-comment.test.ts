import { describe, expect, test } from "vitest";
import { editableUntil, ownComment } from "../../../comments-service/domain/own-comment.ts";
import type { KeptOwnComment } from "../../../comments-service/domain/own-comment.ts";

const appeared = Date.UTC(2026, 10, 23, 4, 15);
const MINUTE = 60_000;
const kept: KeptOwnComment = {
  id: "c",
  thread: "flur",
  title: "Flur",
  url: "https://x.example/flur/",
  state: "published",
  number: 7,
  replyTo: 3,
  name: "Petra",
  text: "Das sehe ich anders.",
  askedAt: appeared - 2 * MINUTE,
  confirmedAt: appeared - MINUTE,
  publishedAt: appeared,
  editedAt: null,
  recommendedAt: null,
  badge: null,
  isAnswered: false,
  byEditors: false,
};
const until = (more: Partial<KeptOwnComment>, now = appeared) =>
  editableUntil({ ...kept, ...more }, now);

describe("a comment may be edited", () => {
  test("for a quarter of an hour after it appeared, not a moment longer", () => {
    const end = appeared + 15 * MINUTE;
    expect(until({}, end - 1)).toBe(end);
    expect(until({}, end)).toBeNull();
  });

  test("while it is held for as long after it was confirmed", () => {
    expect(until({ state: "held", publishedAt: null })).toBe(appeared + 14 * MINUTE);
    expect(until({ state: "held", publishedAt: null, confirmedAt: null })).toBeNull();
  });

  test("by nobody once it is answered, removed or not yet confirmed", () => {
    expect(until({ isAnswered: true })).toBeNull();
    for (const state of ["unconfirmed", "hidden", "rejected", "erased"] as const)
      expect(until({ state })).toBeNull();
  });
});

describe("its writer sees a comment", () => {
  test("with its place and its times", () => {
    expect(ownComment({ ...kept, editedAt: appeared + MINUTE }, appeared)).toEqual({
      id: "c",
      thread: "flur",
      title: "Flur",
      url: "https://x.example/flur/#kommentar-7",
      number: 7,
      replyTo: 3,
      name: "Petra",
      text: "Das sehe ich anders.",
      state: "published",
      badge: null,
      recommended: false,
      writtenAt: "2026-11-23T04:13:00.000Z",
      publishedAt: "2026-11-23T04:15:00.000Z",
      editedAt: "2026-11-23T04:16:00.000Z",
      editableUntil: "2026-11-23T04:30:00.000Z",
    });
  });

  test("without a place and times that it does not have yet", () => {
    const row: KeptOwnComment = { ...kept, state: "unconfirmed", number: null, publishedAt: null };
    expect(ownComment(row, appeared)).toMatchObject({
      url: "https://x.example/flur/",
      number: null,
      publishedAt: null,
      editedAt: null,
      editableUntil: null,
    });
  });

  test("never once it is erased: it is nobody's own any more", () => {
    expect(() => ownComment({ ...kept, state: "erased" }, appeared)).toThrow(
      "comment c is erased and nobody's own any more",
    );
  });
});
