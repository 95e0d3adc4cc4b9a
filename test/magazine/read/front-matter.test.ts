import { array, assert, constantFrom, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { bodyIn, readFrontMatter } from "../../../magazine/read/front-matter.ts";

test("a body is the same whether the fields before it are read or not", () => {
  const piece = constantFrom(
    "---",
    "---\n",
    "\n",
    "\n---",
    " ",
    "-",
    "title: x\n",
    "a: [",
    "Satz.",
  );
  const source = tuple(constantFrom("---\n", ""), array(piece, { maxLength: 8 })).map(
    ([start, pieces]) => start + pieces.join(""),
  );
  const same = property(source, (text) => {
    expect(bodyIn(text)).toBe(readFrontMatter(text).body);
  });
  assert(same, { seed: 1, numRuns: 2000 });
});
