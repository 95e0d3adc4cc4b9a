import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { codeNow } from "../../scripts/build/plan/code.ts";
import { project } from "./plan/project.ts";
import { temporaryFolder } from "./run.ts";

/** Replaces what stands in a file. */
function rewrite(file: string, before: string, after: string): void {
  const text = readFileSync(file, "utf8");
  expect(text).toContain(before);
  writeFileSync(file, text.replace(before, after));
}

function run(folder: string, command: string) {
  const words = ["scripts/run.mjs", command];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

const right = { status: 0, stderr: "", stdout: "5 articles, 3 authors, 2 columns: no mistakes\n" };

test("a command runs from one file until a file of code or a package is another, and says where in the sources it fails", () => {
  const folder = project();
  const program = join(folder, ".cache/kolumne/program.cjs");
  expect(run(folder, "check")).toEqual(right);
  const { ino } = statSync(program);
  expect(run(folder, "check")).toEqual(right);
  expect(statSync(program).ino).toBe(ino);

  const formats = join(folder, "scripts/check/formats.ts");
  rewrite(formats, "no mistakes", "all well");
  expect(run(folder, "check").stdout).toContain("all well");

  const before = statSync(program).ino;
  appendFileSync(join(folder, "package-lock.json"), "\n");
  run(folder, "check");
  expect(statSync(program).ino).not.toBe(before);

  const check = join(folder, "scripts/check/check.ts");
  rewrite(
    check,
    "const format =",
    'if (args !== undefined) throw new Error("Oh.");\n  const format =',
  );
  const line = readFileSync(check, "utf8").split("Oh.")[0]?.split("\n").length;
  expect(run(folder, "check").stderr).toContain(`scripts/check/check.ts:${line}:`);
});

test("a program that is made twice at once, is broken, of other code, or cannot be kept does no harm", () => {
  const folder = project();
  const cache = join(folder, ".cache/kolumne");
  const program = join(cache, "program.cjs");
  const twice = `"${process.execPath}" scripts/run.mjs check & "${process.execPath}" scripts/run.mjs check; wait`;
  const { stdout, stderr } = spawnSync("sh", ["-c", twice], { cwd: folder, encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: right.stdout.repeat(2), stderr: "" });
  expect(readdirSync(cache).filter((name) => name.startsWith("."))).toEqual([]);
  const before = readFileSync(program, "utf8");
  appendFileSync(join(folder, "package-lock.json"), "\n");
  expect(run(folder, "check")).toEqual(right);
  const whole = readFileSync(program, "utf8");
  for (const text of [whole.replace("no mistakes", "all well"), whole.slice(0, -100), before]) {
    writeFileSync(program, text);
    expect(run(folder, "check")).toEqual(right);
    expect(readFileSync(program, "utf8")).toBe(whole);
  }
  // Nothing can be kept where a file stands in place of the folder.
  rmSync(join(folder, ".cache"), { recursive: true });
  writeFileSync(join(folder, ".cache"), "");
  expect(run(folder, "check")).toEqual(right);
});

test("another Node is other code", () => {
  const cache = temporaryFolder();
  const { hash } = codeNow(cache, 0);
  expect(codeNow(cache, 0).hash).toBe(hash);
  const { version } = process;
  onTestFinished(() => void Object.defineProperty(process, "version", { value: version }));
  Object.defineProperty(process, "version", { value: "v24.0.0" });
  expect(codeNow(cache, 0).hash).not.toBe(hash);
});
