import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyIn, readFrontMatter } from "../../../magazine/read/front-matter.ts";

test("a body is the same whether the fields before it are read or not", () => {
  const piece = fc.constantFrom(
    "---",
    "---\n",
    "\n",
    "\n---",
    " ",
    "-",
    "title: x\n",
    "a: [",
    "Ein Satz.",
  );
  const source = fc
    .tuple(fc.constantFrom("---\n", ""), fc.array(piece, { maxLength: 8 }))
    .map(([start, pieces]) => start + pieces.join(""));
  fc.assert(
    fc.property(source, (text) => {
      expect(bodyIn(text)).toBe(readFrontMatter(text).body);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
