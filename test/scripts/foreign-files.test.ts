import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn } from "../../scripts/build/files.ts";
import { replaceFolder } from "../../scripts/build/replace.ts";
import { build as buildCommand } from "../../scripts/build.ts";
import { UsageError } from "../../scripts/command.ts";
import { call, temporaryFolder } from "./run.ts";

const fixture = "test/fixtures/magazine";
const list = ".kolumne-printed";

type Files = Readonly<Record<string, string>>;

function put(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function filesWith(folder: string): Files {
  return withoutList(
    Object.fromEntries(
      filesIn(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
    ),
  );
}

function withoutList(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== list));
}

/** Prints these files, as a build does when its pages are made. */
function print(folder: string, files: Files) {
  const fresh = join(temporaryFolder(), "fresh");
  put(fresh, files);
  return replaceFolder(folder, fresh);
}

const foreign = {
  ".git/HEAD": "ref: refs/heads/gh-pages\n",
  ".git/objects/ab/cdef": "ein Commit",
  ".nojekyll": "",
  ".well-known/security.txt": "Contact: mailto:a@b.example\n",
  CNAME: "www.pruefblatt.example\n",
};
const threads = JSON.stringify({ version: 1, site: {}, threads: [] });

describe("a build", () => {
  const build = (content: string, out: string) =>
    call(buildCommand, "--content", content, "--out", out, "--now", "2026-11-20T12:00:00Z");

  test("keeps what no build has printed: at the first time, the next, and when pages vanish", async () => {
    const folder = temporaryFolder();
    const [content, out] = [join(folder, "content"), join(folder, "dist")];
    cpSync(fixture, content, { recursive: true });
    put(out, foreign);
    expect(await build(content, out)).toMatchObject({ code: 0, errors: "" });
    // Beside a page that will vanish, and as a folder of its own.
    const more = { "marken/der-letzte-prospekt/prospekt.pdf": "ein Prospekt", "alt/x.html": "alt" };
    put(out, more);
    rmSync(join(content, "articles/der-letzte-prospekt.md"));
    const { code, output } = await build(content, out);
    // The page, the picture that it was shared with, and the list of threads that named it.
    expect({ code, deleted: / (\d+) deleted/.exec(output)?.[1] }).toEqual({
      code: 0,
      deleted: "3",
    });
    expect(filesWith(out)).toMatchObject({ ...foreign, ...more });
    expect(existsSync(join(out, "marken/der-letzte-prospekt/index.html"))).toBe(false);
  });

  test("refuses what is in its way in one line, with the exit code 2, and changes nothing", async () => {
    const out = join(temporaryFolder(), "dist");
    const ways: Files[] = [{ alltag: "eine Datei" }, { "robots.txt/x": "y", [list]: "" }];
    for (const files of ways) {
      put(out, files);
      const { code, errors } = await build(fixture, out);
      expect({ code, lines: errors.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
      expect(errors).toContain(join(out, Object.keys(files)[0]?.split("/")[0] ?? ""));
      expect(filesWith(out)).toEqual(withoutList(files));
      rmSync(out, { recursive: true });
    }
  });

  test.each([
    ["is a link to nowhere", "verweis", "leads nowhere"],
    ["would lie in a file", "datei/neu/dist", "/datei is a file"],
  ])("refuses an output that %s in one line", async (_, name, words) => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, "fort"), join(folder, "verweis"));
    writeFileSync(join(folder, "datei"), "unersetzlich");
    const { code, errors } = await build(fixture, join(folder, name));
    expect({ code, lines: errors.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
    expect(errors).toContain(words);
  });
});

test("only what an earlier build printed is deleted, with the folders that this leaves empty", () => {
  const out = join(temporaryFolder(), "dist");
  print(out, { "index.html": "1", "a/b/index.html": "1", "a/c/index.html": "1" });
  put(out, { "a/c/notiz.txt": "meine", "a/leer/.gitkeep": "" });
  const before = statSync(join(out, "index.html")).mtimeMs;
  expect(print(out, { "index.html": "1" })).toEqual({
    changed: 0,
    unchanged: new Map([["index.html", expect.objectContaining({ mtimeMs: before })]]),
    removed: ["a/b/index.html", "a/c/index.html"],
    isUnlisted: false,
  });
  expect(filesWith(out)).toEqual({
    "index.html": "1",
    "a/c/notiz.txt": "meine",
    "a/leer/.gitkeep": "",
  });
  expect(existsSync(join(out, "a/b"))).toBe(false);
  expect(statSync(join(out, "index.html")).mtimeMs).toBe(before);
});

test("what has a place of its own is never overwritten, unless it is the same", () => {
  const out = join(temporaryFolder(), "dist");
  put(out, { "robots.txt": "von Hand" });
  expect(() => print(out, { "robots.txt": "gedruckt", "index.html": "1" })).toThrow(
    new UsageError(
      `${join(out, "robots.txt")} would be overwritten, and no build has printed it: nothing was changed; move it away, or name another --out`,
    ),
  );
  expect(filesWith(out)).toEqual({ "robots.txt": "von Hand" });
  print(out, { "robots.txt": "von Hand", "index.html": "1" });
  print(out, { "robots.txt": "gedruckt", "index.html": "1" });
  expect(filesWith(out)).toEqual({ "robots.txt": "gedruckt", "index.html": "1" });
});

test("a file that was printed gives way to a folder, and a folder to a file; foreign ones do not", () => {
  const out = join(temporaryFolder(), "dist");
  print(out, { "a.html": "1", "b.html/c/index.html": "1" });
  print(out, { "a.html/index.html": "2", "b.html": "2" });
  expect(filesWith(out)).toEqual({ "a.html/index.html": "2", "b.html": "2" });
  put(out, { "a.html/.htaccess": "", c: "eine Datei" });
  expect(() => print(out, { "a.html": "3" })).toThrow(/a\.html is a folder, where a file belongs/);
  expect(() => print(out, { "c/index.html": "3", "c/d/index.html": "3" })).toThrow(
    /\/c is a file that no build has printed, where a folder belongs: nothing/,
  );
  mkdirSync(join(out, "e.html"));
  expect(() => print(out, { "e.html": "3", c: "4" })).toThrow(
    /c would be overwritten, and no build has printed it, and 1 more like it: nothing/,
  );
});

test("a magazine that was printed without a list is printed anew, and nothing of it is deleted", () => {
  const out = join(temporaryFolder(), "dist");
  put(out, { "threads.json": threads, "index.html": "1", "fort/index.html": "1", CNAME: "x" });
  const fresh = { "threads.json": threads, "index.html": "2" };
  expect(print(out, fresh)).toMatchObject({ changed: 1, removed: [], isUnlisted: true });
  expect(print(out, fresh)).toMatchObject({ changed: 0, removed: [], isUnlisted: false });
  expect(filesWith(out)).toEqual({ ...fresh, "fort/index.html": "1", CNAME: "x" });
});

test("nothing outside the folder is touched, whatever its links and its list say", () => {
  const folder = temporaryFolder();
  const [out, outside] = [join(folder, "dist"), join(folder, "draußen")];
  put(outside, { "index.html": "fremd", "x.html": "fremd" });
  print(out, { "a/index.html": "1", "b.html": "1", "c/x.html": "1" });
  rmSync(join(out, "a"), { recursive: true });
  rmSync(join(out, "b.html"));
  rmSync(join(out, "c"), { recursive: true });
  symlinkSync(outside, join(out, "a"));
  symlinkSync(join(outside, "x.html"), join(out, "b.html"));
  symlinkSync(outside, join(out, "c"));
  expect(() => print(out, { "a/index.html": "2" })).toThrow(/a is a link, and a build prints/);
  expect(() => print(out, { "b.html": "2" })).toThrow(/b\.html is a link or no file/);
  writeFileSync(
    join(out, list),
    `${readFileSync(join(out, list), "utf8")}../draußen/x.html\n${join(outside, "x.html")}\n.git/HEAD\na/./index.html\n`,
  );
  put(out, { ".git/HEAD": "ref" });
  symlinkSync(join(outside, "x.html"), join(out, `${list}.new`));
  expect(print(out, { "d.html": "1" })).toMatchObject({ removed: [] });
  expect(filesWith(outside)).toEqual({ "index.html": "fremd", "x.html": "fremd" });
  expect(existsSync(join(out, ".git/HEAD"))).toBe(true);
  for (const link of ["a", "b.html", "c"])
    expect(lstatSync(join(out, link)).isSymbolicLink()).toBe(true);
});

test("a folder that is itself a link is printed into", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "www"));
  symlinkSync(join(folder, "www"), join(folder, "dist"));
  print(join(folder, "dist"), { "index.html": "1" });
  expect(filesWith(join(folder, "www"))).toEqual({ "index.html": "1" });
});
