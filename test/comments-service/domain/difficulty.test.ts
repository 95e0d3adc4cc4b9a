import { describe, expect, test } from "vitest";
import { codeLength, fullness, risen } from "../../../comments-service/domain/difficulty.ts";
import { counter } from "../store/entries.ts";

const base = { cost: 1000, least: 1, most: 3 };

describe("the work of a challenge", () => {
  test.each([
    [0, 1000],
    [0.24, 1000],
    [0.25, 2000],
    [0.5, 4000],
    [0.75, 8000],
    [1, 8000],
    [7, 8000],
  ])("with caps as full as %d is %i rounds", (full, cost) => {
    expect(risen(base, full)).toEqual({ ...base, cost });
  });

  test("is decided by the fullest cap", () => {
    expect(fullness([counter("a", 10), counter("b", 4)], [4, 1])).toBe(0.4);
    expect(fullness([counter("a", 10), counter("b", 4)], [4, 3])).toBe(0.75);
    expect(fullness([], [])).toBe(0);
    // Nobody has counted yet.
    expect(fullness([counter("a", 10)], [])).toBe(0);
  });
});

test.each([
  [0, 5],
  [0.49, 5],
  [0.5, 6],
  [0.74, 6],
  [0.75, 7],
  [7, 7],
])("with caps as full as %d a code from a picture has %i letters", (full, length) => {
  expect(codeLength(full)).toBe(length);
});
