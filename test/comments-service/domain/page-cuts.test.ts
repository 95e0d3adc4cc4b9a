import { describe, expect, test } from "vitest";
import {
  PAGE_BYTES,
  REPLIES_BYTES,
  blockOf,
  cut,
  pageIn,
  repliesIn,
} from "../../../comments-service/domain/page-cuts.ts";
import type { Weighed } from "../../../comments-service/domain/page-cuts.ts";

const row = (first: number, last: number, weight = 1): Weighed[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({ number: first + at, weight }));
const numbers = (pieces: Weighed[][]) => pieces.map((piece) => piece.map(({ number }) => number));

test("numbers stand in blocks of ten", () => {
  expect([1, 10, 11, 20, 21].map(blockOf)).toEqual([1, 1, 2, 2, 3]);
});

describe("a row is cut", () => {
  test("where a piece has as many as it may", () => {
    expect(numbers(cut(row(1, 5), 2, 100))).toEqual([[1, 2], [3, 4], [5]]);
    expect(cut([], 2, 100)).toEqual([]);
  });

  test("where a piece weighs as much as it may, counted anew in each", () => {
    expect(numbers(cut(row(1, 5, 10), 9, 20))).toEqual([[1, 2], [3, 4], [5]]);
    expect(numbers(cut(row(1, 5, 10), 9, 29))).toEqual([[1, 2], [3, 4], [5]]);
  });

  test("around one that is too large for any", () => {
    const mixed = [...row(1, 1, 5), { number: 2, weight: 99 }, ...row(3, 4, 5)];
    expect(numbers(cut(mixed, 9, 20))).toEqual([[1], [2], [3, 4]]);
  });

  test("in the same places when more stands behind", () => {
    const short = numbers(cut(row(1, 7, 10), 3, 25));
    expect(numbers(cut(row(1, 30, 10), 3, 25)).slice(0, 3)).toEqual(short.slice(0, 3));
  });
});

describe("a page", () => {
  test.each([
    [0, { first: 1, last: 20, next: 20 }],
    [9, { first: 1, last: 20, next: 20 }],
    [10, { first: 11, last: 30, next: 30 }],
    [19, { first: 11, last: 30, next: 30 }],
    [20, { first: 21, last: 35, next: null }],
    [34, { first: 31, last: 35, next: null }],
    [35, null],
  ])("of twenty around position %i of 35 is %j", (position, page) => {
    expect(pageIn(row(1, 35), position, 20)).toEqual(page);
  });

  test("is a whole block at least, however few were asked for", () => {
    expect(pageIn(row(1, 35), 0, 1)).toEqual({ first: 1, last: 10, next: 10 });
  });

  test("has as many blocks as fit, not a part of one", () => {
    expect(pageIn(row(1, 35), 0, 29)).toEqual({ first: 1, last: 20, next: 20 });
    expect(pageIn(row(1, 35), 0, 30)).toEqual({ first: 1, last: 30, next: 30 });
  });

  test("has blocks by number where conversations have gaps between them", () => {
    const gaps = [3, 8, 12, 40, 41].map((number) => ({ number, weight: 1 }));
    expect(pageIn(gaps, 0, 3)).toEqual({ first: 3, last: 12, next: 12 });
    expect(pageIn(gaps, 3, 3)).toEqual({ first: 40, last: 41, next: null });
  });

  test("ends before it weighs too much, and a heavy block stands on several", () => {
    expect(pageIn(row(1, 30, PAGE_BYTES / 20), 0, 30)).toEqual({ first: 1, last: 20, next: 20 });
    expect(pageIn(row(1, 30, PAGE_BYTES / 19), 0, 30)).toEqual({ first: 1, last: 10, next: 10 });
    expect(pageIn(row(1, 30, PAGE_BYTES / 4), 5, 30)).toEqual({ first: 5, last: 8, next: 8 });
    expect(pageIn(row(1, 3, PAGE_BYTES * 2), 1, 30)).toEqual({ first: 2, last: 2, next: 2 });
  });

  test("of nothing is none", () => {
    expect(pageIn([], 0, 20)).toBeNull();
  });
});

describe("further replies", () => {
  const answered = (from: number, further: Weighed[]) => {
    const piece = repliesIn(further, from);
    return [piece[0]?.number, piece.at(-1)?.number];
  };

  test("come by fifty, from the piece in which the one asked for stands", () => {
    const further = row(5, 120);
    expect(answered(1, further)).toEqual([5, 54]);
    expect(answered(54, further)).toEqual([5, 54]);
    expect(answered(55, further)).toEqual([55, 104]);
    expect(answered(120, further)).toEqual([105, 120]);
    expect(repliesIn(further, 121)).toEqual([]);
  });

  test("come by fewer where they are long", () => {
    expect(answered(5, row(5, 120, REPLIES_BYTES / 4))).toEqual([5, 8]);
  });
});
