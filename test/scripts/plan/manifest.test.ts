import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { amendManifest } from "../../../scripts/build/plan/amend.ts";
import { manifestOf, writeManifest } from "../../../scripts/build/plan/manifest.ts";
import type { KeptPrint } from "../../../scripts/build/plan/prints.ts";

const print = (size: number, hash: string): KeptPrint => {
  return { fingerprint: "", stamp: [size, 0, hash], made: "" };
};

function folder(): string {
  const place = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(place, { recursive: true }));
  return join(place, "dist");
}

/** Files as they may lie in an output folder, each with what it holds. */
const anyFiles = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "a/", "a/y/", "b/", "assets/", 'bil"der/'),
      fc.constantFrom("index.html", "404.html", "feed.atom", "x.jpg", "ä.txt", "z.js", '{"path":'),
      fc.nat(99),
    ),
    { maxLength: 25 },
  )
  .map((all) => new Map(all.map(([below, name, size]) => [below + name, print(size, `h${size}`)])));

test("a manifest that is amended is the one that would be written, whatever changes, comes and goes", () => {
  const out = folder();
  fc.assert(
    fc.property(anyFiles, anyFiles, (before, now) => {
      const has = (file: string) => before.has(file);
      const gone = [...before.keys()].filter((file) => !now.has(file));
      const changed = [...now].filter(
        ([file, { stamp }]) => before.get(file)?.stamp[0] !== stamp[0],
      );
      const was = writeManifest(out, before, ["earlier.html"]);
      const amended = amendManifest(out, was, { files: new Map(changed), has, gone });
      const text = readFileSync(manifestOf(out), "utf8");
      expect(amended).toBe(writeManifest(out, now, gone));
      expect(text).toBe(readFileSync(manifestOf(out), "utf8"));
      expect(JSON.parse(text)).toMatchObject({ version: 1, folder: "dist" });
    }),
    { seed: 20_261_201, numRuns: 300 },
  );
});

test("one that is another, or does not name a file, is not amended", () => {
  const out = folder();
  const nothing = { files: new Map<string, KeptPrint>(), has: () => true, gone: [] };
  expect(amendManifest(out, "", nothing)).toBeNull();
  const hash = writeManifest(out, new Map([["index.html", print(1, "a")]]), []);
  expect(amendManifest(out, "x", nothing)).toBeNull();
  const changed = new Map([["a/index.html", print(1, "a")]]);
  expect(amendManifest(out, hash, { ...nothing, files: changed })).toBeNull();
  expect(amendManifest(out, hash, { ...nothing, gone: ["a/index.html"] })).toBeNull();
});
