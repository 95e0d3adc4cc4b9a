import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { testsOfActs } from "./tests-of-acts.ts";

test("each act is named with the tests that are about it, and all of them are there", () => {
  const files = readdirSync("comments-service/acts").map((name) => name.replace(/\.ts$/u, ""));
  expect(Object.keys(testsOfActs).toSorted()).toEqual(files.toSorted());
  const missing = Object.values(testsOfActs)
    .flat()
    .filter((name) => !existsSync(`test/comments-service/${name}.test.ts`));
  expect(missing).toEqual([]);
});
