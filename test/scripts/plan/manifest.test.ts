import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { amendManifest, manifestOf, writeManifest } from "../../../scripts/build/plan/manifest.ts";
import type { KeptPrint } from "../../../scripts/build/plan/prints.ts";

const print = (size: number, hash: string): KeptPrint => {
  return { fingerprint: "", stamp: [size, 0, hash], made: "" };
};

function folder(): string {
  const place = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(place, { recursive: true }));
  return join(place, "dist");
}

test("a manifest that is amended is the one that would be written, in whatever order the files come", () => {
  const out = folder();
  const files = new Map([
    ["index.html", print(1, "a")],
    ["feed.atom", print(2, "b")],
    ["a/z/index.html", print(3, "c")],
    ["a/y/feed.atom", print(4, "d")],
    ["a/y/index.html", print(5, "e")],
    ["bilder/x.jpg", print(6, "f")],
  ]);
  const changed = new Map([
    ["index.html", print(10, "aa")],
    ["a/y/feed.atom", print(40, "dd")],
    ["a/y/index.html", print(50, "ee")],
    ["feed.atom", print(20, "bb")],
  ]);
  const was = writeManifest(out, files, ["gone.html"]);
  const amended = amendManifest(out, was, changed);
  const text = readFileSync(manifestOf(out), "utf8");
  expect(amended).toBe(writeManifest(out, new Map([...files, ...changed]), []));
  expect(text).toBe(readFileSync(manifestOf(out), "utf8"));
});

test("one that is another, or does not name a file, is not amended", () => {
  const out = folder();
  expect(amendManifest(out, "", new Map())).toBeNull();
  const hash = writeManifest(out, new Map([["index.html", print(1, "a")]]), []);
  expect(amendManifest(out, "x", new Map())).toBeNull();
  expect(amendManifest(out, hash, new Map([["a/index.html", print(1, "a")]]))).toBeNull();
});
