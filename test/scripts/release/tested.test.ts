import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testOnce } from "../../../scripts/release/tested.ts";
import { temporaryFolder } from "../run.ts";
import { openRepository } from "./repository.ts";

function open() {
  const repository = openRepository({
    ".gitignore": ".kolumne/\n",
    "scripts/a.ts": "1",
    "content/articles/a.md": "Ein Text.",
  });
  let runs = 0;
  const tests = (passes = true) =>
    testOnce(repository.folder, () => {
      runs += 1;
      return passes;
    });
  return { ...repository, tests, runs: () => runs };
}

test("what has passed is not tested again, and neither is an article", () => {
  const { tests, runs, commit } = open();
  expect(tests()).toBe("passed");
  expect(tests()).toBe("passed before");
  commit({ "content/articles/b.md": "Noch ein Text." });
  expect(tests()).toBe("passed before");
  expect(runs()).toBe(1);
});

test("other code is tested, and what failed is tested until it passes", () => {
  const { tests, runs, commit, git } = open();
  tests();
  commit({ "scripts/a.ts": "2" });
  expect(tests(false)).toBe("failed");
  expect(tests()).toBe("passed");
  git("revert", "--no-edit", "HEAD");
  expect(tests()).toBe("passed before");
  commit({ "scripts/content": "A file of that name that is not the editors' folder." });
  expect(tests()).toBe("passed");
  expect(runs()).toBe(4);
});

test("what is not committed is always tested, and that it passed is not kept", () => {
  const { tests, runs, write, folder } = open();
  tests();
  write("scripts/b.ts", "new");
  expect([tests(), tests()]).toEqual(["passed", "passed"]);
  rmSync(join(folder, "scripts/b.ts"));
  expect(tests()).toBe("passed before");
  expect(runs()).toBe(3);
});

test("where there is no repository the tests run each time", () => {
  const folder = temporaryFolder();
  expect(testOnce(folder, () => true)).toBe("passed");
  expect(testOnce(folder, () => false)).toBe("failed");
});
