import { expect, test } from "vitest";

import { UsageError, readOptions } from "../../scripts/command.ts";

const known = { content: "DIR", preview: null } as const;

test("options are read with their values; what is left out is left out", () => {
  expect(readOptions(known, ["--content", "x", "--preview"])).toEqual({
    content: "x",
    preview: true,
  });
  expect(readOptions(known, ["--content=x"])).toEqual({ content: "x" });
  expect(readOptions(known, [])).toEqual({});
});

test.each([
  [["--preview=yes"], "Option '--preview' does not take an argument"],
  [["--content", "--preview"], "Option '--content' argument is ambiguous"],
  [["-x"], "Unknown option '-x'"],
])("%o is refused in one line that names the options", (args, problem) => {
  expect(() => readOptions(known, args)).toThrow(
    new UsageError(`${problem}; the options are --content DIR, --preview.`),
  );
});
