import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { utf8From, utf8Of } from "../../scripts/build/utf8.ts";
import { inUtf8, writerInto } from "../../scripts/build/writer.ts";
import type { TextSheaf, Written } from "../../scripts/build/writer.ts";
import { writeBeside } from "../../scripts/build/writing.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writing-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** More than are sent before an answer is waited for; each hundredth is over the budget, and one is larger than what is sent at a time. */
const sheaves = (): TextSheaf[] =>
  Array.from({ length: 201 }, (_, at) => ({
    file: `spalte/${at % 7}/${at}.html`,
    text: `<p>Nummer ${at} „Grüße“</p>${at % 100 === 0 ? "<i></i>".repeat(700) : ""}${at === 77 ? "„".repeat(2_000_000) : ""}`,
    weighed: at % 2 === 0 ? `/${at}/` : null,
  }));

test("a thread writes, hashes and weighs as one would without it", async () => {
  const known = new Map<string, Written>();
  await writeBeside(join(folder, "beside"), sheaves(), (file, written) => known.set(file, written));
  const write = writerInto(join(folder, "here"));
  const expected = sheaves().map((sheaf) => [sheaf.file, write(inUtf8(sheaf))] as const);
  const told = ([file, { stamp, heavy }]: readonly [string, Written]) => [
    [file, stamp[0], stamp[2], heavy],
    readFileSync(join(folder, "beside", file), "utf8"),
  ];
  expect([...known].map(told)).toEqual(
    expected.map((one) => [told(one)[0], readFileSync(join(folder, "here", one[0]), "utf8")]),
  );
  expect(expected.flatMap(([, { heavy }]) => heavy)).toHaveLength(3);
});

test("what a thread cannot write is told as the system says it", async () => {
  writeFileSync(join(folder, "spalte"), "");
  await expect(writeBeside(folder, sheaves(), () => {})).rejects.toMatchObject({
    code: "ENOTDIR",
  });
});

test("a page that cannot be printed ends the thread as well, and what it threw is told", async () => {
  const broken = function* throwing() {
    yield* sheaves().slice(0, 40);
    throw new RangeError("part 2");
  };
  await expect(writeBeside(folder, broken(), () => {})).rejects.toThrow("part 2");
});

test("a text's bytes are those of Node", () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: "binary" }), fc.constant("\uD800")))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (one) => {
      expect(Buffer.from(utf8Of(one)).equals(Buffer.from(one))).toBe(true);
      expect(Buffer.from(utf8From(Buffer.from(one, "utf16le"))).equals(Buffer.from(one))).toBe(
        true,
      );
    }),
  );
});
