import { expect, test } from "vitest";
import { keepLast } from "../../../comments-service/domain/keep-last.ts";

test("each value is made once, and only the last ones are kept", () => {
  const made: string[] = [];
  const get = keepLast(2, (key) => {
    made.push(key);
    return key.toUpperCase();
  });
  expect([get("a"), get("a"), get("b"), get("a")]).toEqual(["A", "A", "B", "A"]);
  expect(made).toEqual(["a", "b"]);
  get("c");
  get("b");
  get("a");
  expect(made).toEqual(["a", "b", "c", "a"]);
});
