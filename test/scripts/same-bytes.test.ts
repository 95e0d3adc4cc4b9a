import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { haveSameBytes } from "../../scripts/build/files.ts";
import { temporaryFolder } from "./run.ts";

/** A longer one is read in several pieces. */
const lengths = [0, 1, 65_535, 65_536, 65_537, 200_000];

test("two files have the same bytes when each is the same, and as many", () => {
  const folder = temporaryFolder();
  const written = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  for (const length of lengths) {
    const bytes = Buffer.alloc(length, "Ein Satz. ");
    const one = written("one", bytes);
    expect(haveSameBytes(one, written("other", bytes))).toBe(true);
    expect(haveSameBytes(one, written("longer", Buffer.concat([bytes, Buffer.of(46)])))).toBe(
      false,
    );
    for (const at of length === 0 ? [] : [0, length - 1]) {
      const other = Buffer.from(bytes);
      other[at] = (other[at] ?? 0) + 1;
      expect(haveSameBytes(one, written("other", other))).toBe(false);
      expect(haveSameBytes(join(folder, "other"), one)).toBe(false);
    }
  }
});
