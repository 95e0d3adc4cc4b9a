import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  readSealed,
  readSealedText,
  writeSealed,
  writeSealedText,
} from "../../../scripts/build/plan/sealed.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sealed-"));
  file = join(folder, "kept");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Of ASCII, of Latin-1, and beyond. */
const letters = "a · Büro „so“ – 😀";

test("a program is kept to the letter in UTF-8, since it is run as it stands", () => {
  writeSealedText(file, "key", `html\`${letters}\``, "//");
  expect(readFileSync(file, "utf8").split("\n")[1]).toBe(`html\`${letters}\``);
  expect(readSealedText(file, "key", "//")).toBe(`html\`${letters}\``);
  expect(readSealedText(file, "another key", "//")).toBe(null);
});

test("JSON means the same when it is read again", () => {
  writeSealed(file, "key", { [letters]: letters });
  expect(readSealed(file, "key")).toEqual({ [letters]: letters });
  expect(readSealed(file, "another key")).toBe(null);
});
