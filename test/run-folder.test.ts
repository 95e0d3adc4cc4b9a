import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runFolder } from "./run-folder.ts";
import { temporaryFolder } from "./scripts/run.ts";

test("what a killed run has left goes with the next, and what one that goes on has stays", () => {
  const folder = temporaryFolder();
  const ended = spawnSync(process.execPath, ["--version"]).pid;
  const left = [`kolumne-run-${ended}`, `kolumne-run-${ended}-d1`];
  const kept = [`kolumne-run-${process.ppid}`, "kolumne-compiled"];
  for (const name of [...left, ...kept]) mkdirSync(join(folder, name, "x"), { recursive: true });
  const own = runFolder(folder);
  expect(own).toBe(join(folder, `kolumne-run-${process.pid}`));
  expect(
    readdirSync(folder)
      .map((name) => join(folder, name))
      .toSorted(),
  ).toEqual([own, ...kept.map((name) => join(folder, name))].toSorted());
});
