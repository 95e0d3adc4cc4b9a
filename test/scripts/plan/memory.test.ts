import { expect, test } from "vitest";
import type { Kept } from "../../../magazine/read/memory.ts";
import { asideIn } from "../../../scripts/build/aside.ts";
import { manyFiles, memoryOf } from "../../../scripts/build/plan/memory.ts";
import type { Stamps } from "../../../scripts/build/plan/stamps.ts";
import { temporaryFolder } from "../run.ts";

function stampsOf(count: number): Stamps {
  const names = Array.from({ length: count }, (_, at) => `articles/${at}.md`);
  return Object.fromEntries(names.map((name) => [name, [1, 1, `hash of ${name}`]]));
}

test.each([
  ["is held", 3, 0],
  ["is put aside", manyFiles, 2],
])("what is kept %s until it is written, of %i files", (_, count, away) => {
  const content = stampsOf(count);
  const cache = temporaryFolder();
  const own = asideIn(cache);
  let put = 0;
  const aside = {
    ...own,
    put(key: string, text: () => string) {
      put += 1;
      own.put(key, text);
    },
  };
  const known = { cache, folder: "content", code: "code" };
  const kept = (name: string) => ({ conditions: `„${name}“` }) as Kept;
  const memory = memoryOf({ ...known, aside }, content);
  for (const name of ["articles/0.md", "articles/2.md"]) memory.keep(name, kept(name));
  expect([memory.isEmpty, put]).toEqual([true, away]);
  memory.write();
  own.close();
  const later = memoryOf(known, content);
  expect([later.isEmpty, later.recall("articles/1.md")]).toEqual([false, undefined]);
  expect(later.recall("articles/2.md")).toEqual(kept("articles/2.md"));
});
