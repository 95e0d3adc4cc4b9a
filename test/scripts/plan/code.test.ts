import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesIn } from "./newsroom.ts";
import { project } from "./project.ts";

function build(folder: string, out = "dist"): { readonly printed: string; readonly why: string } {
  const options = ["--now", "2026-11-20", "--pictures", "pictures.json", "--out", out, "--why"];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["scripts/run.mjs", "build", ...options],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return { printed: /: (.*) \(/.exec(stdout.split("\n").at(-2) ?? "")?.[1] ?? "", why: stdout };
}

test("the program that was bundled prints what the sources print, to the byte", () => {
  const folder = project();
  const words = ["--now", "2026-11-20", "--pictures", "pictures.json", "--out", "sources/dist"];
  const script = `const { run } = await import("./scripts/program/commands.ts"); await run("build", ${JSON.stringify(words)})`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: folder, encoding: "utf8" },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(existsSync(join(folder, ".cache/kolumne/program.cjs"))).toBe(false);
  rmSync(join(folder, ".cache"), { recursive: true });
  build(folder);
  expect(bytesIn(join(folder, "dist"))).toEqual(bytesIn(join(folder, "sources/dist")));
});

test("another layout, style, or package: every page is printed again, as a clean build prints it", () => {
  const folder = project();
  const { printed } = build(folder);
  expect(build(folder).printed).toBe(
    printed.replace(/(\d+) printed, 0 kept/, "0 printed, $1 kept"),
  );

  appendFileSync(join(folder, "layouts/styles/base.css"), "\nmain { outline: 1px solid; }\n");
  expect(build(folder).why).toContain("/marken/artikel-1/: code, styles\n");
  expect(readFileSync(join(folder, "dist/index.html"), "utf8")).toContain("outline:1px solid");

  const layout = join(folder, "layouts/list.ts");
  writeFileSync(layout, readFileSync(layout, "utf8").replace("${teasers(", "<hr>${teasers("));
  expect(build(folder).why).toContain("/marken/: code\n");
  expect(readFileSync(join(folder, "dist/marken/index.html"), "utf8")).toContain("<hr>");

  appendFileSync(join(folder, "package-lock.json"), "\n");
  expect(build(folder).why).toContain("/marken/artikel-1/: code\n");
  build(folder, "clean/dist");
  expect(bytesIn(join(folder, "dist"))).toEqual(bytesIn(join(folder, "clean/dist")));
});
