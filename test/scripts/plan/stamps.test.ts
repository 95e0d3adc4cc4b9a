import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashOfFile, settled, stampFiles } from "../../../scripts/build/plan/stamps.ts";

/** A text, when it was written, and one of the same length that was written so soon after that the disk's clock says the same. */
function twiceWritten() {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-stamps-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "text.md");
  writeFileSync(file, "eins");
  const { atimeMs, mtimeMs } = statSync(file);
  const look = (known = {}) => stampFiles(folder, ["text.md"], known);
  const writeAgain = () => {
    writeFileSync(file, "zwei");
    utimesSync(file, atimeMs / 1000, mtimeMs / 1000);
  };
  // As precisely as times can be set.
  utimesSync(file, atimeMs / 1000, mtimeMs / 1000);
  return { look, writeAgain, changed: statSync(file).mtimeMs };
}

test.each([
  ["within two seconds is read again, however late the next look comes", 500, true],
  ["longer before is trusted by its size and time", 60_000, false],
])("a file that had been changed %s", (_, later, isSeen) => {
  const { look, writeAgain, changed } = twiceWritten();
  const first = look();
  const kept = settled(first, changed + later);
  writeAgain();
  const second = look(kept);
  expect(second["text.md"]?.[2] !== first["text.md"]?.[2]).toBe(isSeen);
});

test("what is read again and is the same has the same hash, and is trusted from then on", () => {
  const { look, changed } = twiceWritten();
  const first = look();
  const second = look(settled(first, changed + 500));
  expect(second).toEqual(first);
  expect(look(settled(second, changed + 60_000))).toEqual(first);
});

test("a file has the hash of its bytes, however long it is, and whatever was read before", () => {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-stamps-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const length of [200_000, 3, 0, 65_535, 65_536, 65_537, 1]) {
    const file = join(folder, String(length));
    const bytes = Buffer.alloc(length, `${length} Buchstaben. `);
    writeFileSync(file, bytes);
    expect(hashOfFile(file)).toBe(createHash("sha256").update(bytes).digest("base64url"));
  }
});
