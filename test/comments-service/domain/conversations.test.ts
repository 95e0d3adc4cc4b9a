import { expect, test } from "vitest";
import { conversations } from "../../../comments-service/domain/conversations.ts";
import { count } from "../../../comments-service/domain/count.ts";
import type { Comment } from "../../../comments-service/wire.ts";

const comment = (number: number, replyTo: number | null = null): Comment => ({
  id: `c${number}`,
  number,
  replyTo,
  name: "Petra",
  text: "Ja.",
  publishedAt: "2026-11-23T04:15:00.000Z",
  editedAt: null,
  badge: null,
  recommended: false,
  state: "published",
});

test("replies stand with the conversation that they came behind", () => {
  const page = [comment(1), comment(2, 1), comment(5, 2), comment(3), comment(4), comment(6, 4)];
  const numbers = conversations(page).map((each) => each.map(({ number }) => number));
  expect(numbers).toEqual([[1, 2, 5], [3], [4, 6]]);
  expect(conversations([])).toEqual([]);
});

test("a reply whose beginning is not there begins none", () => {
  expect(conversations([comment(2, 1)])).toEqual([]);
});

test.each([
  [count(1, "comment"), "1 comment"],
  [count(2, "comment"), "2 comments"],
  [count(0, "comment"), "0 comments"],
  [count(1, "reply", "replies"), "1 reply"],
  [count(21, "reply", "replies"), "21 replies"],
])("%s is counted as %s", (line, expected) => {
  expect(line).toBe(expected);
});
