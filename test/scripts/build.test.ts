import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { build as buildCommand } from "../../scripts/build.ts";
import { call, run, runIn, temporaryFolder } from "./run.ts";
import { sample } from "../site.ts";

const fixture = "test/fixtures/magazine";
const now = ["--now", "2026-11-20T12:00:00Z"];

const words = (content: string, out: string) => ["--content", content, "--out", out, ...now];

function build(content: string, out: string, ...more: string[]) {
  return call(buildCommand, ...words(content, out), ...more);
}

/** The same as a process of its own. */
function runBuild(content: string, out: string) {
  return run("scripts/run.mjs", "build", ...words(content, out));
}

/** A copy of what a build of the fixture prints; it is built once. */
async function printedFixture(out: string): Promise<void> {
  cpSync(await (printing ??= print()), out, { recursive: true, preserveTimestamps: true });
}

let printing: Promise<string> | undefined;

async function print(): Promise<string> {
  expect(await build(fixture, printed)).toMatchObject({ code: 0, errors: "" });
  return printed;
}

const printed = mkdtempSync(join(tmpdir(), "kolumne-"));
afterAll(() => rmSync(printed, { recursive: true }));

/** Every file below a folder, with its bytes. */
function bytesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length), readFileSync(file, "base64")]),
  );
}

test("two builds of the same content are the same to the byte", async () => {
  const folder = temporaryFolder();
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  expect(await runBuild(sample, first)).toMatchObject({ code: 0, errors: "" });
  expect(await runBuild(sample, second)).toMatchObject({ code: 0 });
  expect(bytesIn(first).size).toBeGreaterThan(40);
  expect(bytesIn(second)).toEqual(bytesIn(first));
});

test("a build that is called from another folder prints the same", async () => {
  const folder = temporaryFolder();
  const command = [
    resolve("scripts/run.mjs"),
    "build",
    ...words(resolve(fixture), "dist"),
  ] as const;
  expect(await runIn(folder, ...command)).toMatchObject({ code: 0, errors: "" });
  await printedFixture(join(folder, "wanted"));
  expect(bytesIn(join(folder, "dist"))).toEqual(bytesIn(join(folder, "wanted")));
});

test("a build with mistakes says them, ends with 1 and leaves the output as it was", async () => {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  const out = join(folder, "dist");
  cpSync(fixture, content, { recursive: true });
  await printedFixture(out);
  const before = bytesIn(out);
  writeFileSync(join(content, "columns/neu.md"), "---\nname: Neu\n---\n");
  const { code, errors } = await runBuild(content, out);
  expect(code).toBe(1);
  expect(errors).toMatch(/columns\/neu\.md:\d+:\d+ .*description/);
  expect(bytesIn(out)).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(["content", "dist"]);
});

test("two files that want one address are a named mistake", async () => {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  cpSync(fixture, content, { recursive: true });
  writeFileSync(join(content, "pages/marken.md"), "---\ntitle: Marken\n---\n\nEin Text.\n");
  const { code, errors } = await build(content, join(folder, "dist"));
  expect(code).toBe(1);
  expect(errors).toContain("pages/marken.md:1:1");
  expect(errors).toContain("columns/marken.md");
  expect(existsSync(join(folder, "dist"))).toBe(false);
});

test("what vanished from the pages is deleted, and what did not change stays untouched", async () => {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  const out = join(folder, "dist");
  cpSync(fixture, content, { recursive: true });
  await printedFixture(out);
  const written = statSync(join(out, "impressum/index.html")).mtimeMs;
  rmSync(join(content, "articles/der-letzte-prospekt.md"));
  const gone = [...bytesIn(out).keys()].filter((path) => path.includes("/der-letzte-prospekt/"));
  expect(gone).not.toEqual([]);
  expect(await build(content, out)).toMatchObject({ code: 0 });
  for (const path of gone) expect(existsSync(join(out, path, ".."))).toBe(false);
  expect(statSync(join(out, "impressum/index.html")).mtimeMs).toBe(written);
});

test("drafts, future and expired articles are not built; a preview shows them with a mark", async () => {
  const folder = temporaryFolder();
  const [out, preview] = [join(folder, "dist"), join(folder, "preview")];
  await printedFixture(out);
  await build(fixture, preview, "--preview");
  for (const [slug, mark] of [
    ["entwurf", "Entwurf"],
    ["zukunft", "Geplant"],
    ["sommeraktion", "Abgelaufen"],
  ] as const) {
    const paths = [...bytesIn(preview).keys()].filter((path) => path.includes(`/${slug}/`));
    expect(paths).not.toEqual([]);
    expect(readFileSync(join(preview, paths[0] ?? ""), "utf8")).toContain(mark);
    expect([...bytesIn(out)].filter(([path]) => path.includes(`/${slug}/`))).toEqual([]);
  }
  expect(readFileSync(join(out, "feed.atom"), "utf8")).not.toContain("zukunft");
  // Where the home page shows one, the mark stands beside it.
  const home = readFileSync(join(preview, "index.html"), "utf8");
  const shown = home.split('/zukunft/">').length - 1;
  expect(shown).toBe(1);
  expect(home.split(">Geplant<").length - 1).toBe(shown);
  const noindex = '<meta name="robots" content="noindex">';
  const withoutIt = (printed: string) =>
    [...bytesIn(printed).keys()]
      .filter((path) => path.endsWith("index.html"))
      .map((path) => readFileSync(join(printed, path), "utf8"))
      // What only leads on to another page is none that is kept.
      .filter((html) => !html.includes('http-equiv="refresh"') && !html.includes(noindex));
  expect(withoutIt(preview)).toEqual([]);
  expect(withoutIt(out).length).toBeGreaterThan(10);
  expect(readFileSync(join(preview, "_headers"), "utf8")).toContain("\n  X-Robots-Tag: noindex\n");
  expect(readFileSync(join(out, "_headers"), "utf8")).not.toContain("X-Robots-Tag");
});

test("the site's and the service's address can be given", async () => {
  const out = join(temporaryFolder(), "dist");
  await build(fixture, out, "--url", "https://probe.example", "--service", "https://c.example");
  const { site } = JSON.parse(readFileSync(join(out, "threads.json"), "utf8")) as {
    site: { url: string };
  };
  expect(site.url).toBe("https://probe.example");
  expect(readFileSync(join(out, "robots.txt"), "utf8")).toContain("https://probe.example/sitemap");
});

test("a folder that holds something else is not touched", async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, "bilder"));
  writeFileSync(join(out, "bilder/urlaub.txt"), "unersetzlich");
  const { code, errors } = await build(fixture, out);
  expect(code).toBe(2);
  expect(errors.trim().split("\n")).toHaveLength(1);
  expect(errors).toContain("name another --out");
  expect(readFileSync(join(out, "bilder/urlaub.txt"), "utf8")).toBe("unersetzlich");
});

test("a magazine without comments stays without, whatever service is named", async () => {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  cpSync(fixture, content, { recursive: true });
  const file = join(content, "magazine.yaml");
  const yaml = readFileSync(file, "utf8");
  writeFileSync(file, yaml.replace(/^comments:\n.*\n/m, ""));
  const out = join(folder, "dist");
  expect(await build(content, out, "--service", "https://c.example")).toMatchObject({ code: 0 });
  const page = readFileSync(join(out, "marken/drei-fragen/index.html"), "utf8");
  expect(page).not.toContain("<comment-thread");
  expect(page).not.toContain("https://c.example");
});

test("now may be written as an article's date, on the magazine's own clock", async () => {
  const folder = temporaryFolder();
  const out = join(folder, "dist");
  const article = join(out, "alltag/zwei-abteilungen/index.html");
  // Its date is 2012-10-19 09:00 in Berlin, which is 07:00 UTC.
  for (const [time, there] of [
    ["2012-10-19 08:59", false],
    ["2012-10-19 09:00", true],
    ["2012-10-19T06:59:00Z", false],
    ["2012-10-20", true],
  ] as const) {
    const { code } = await call(buildCommand, "--content", fixture, "--out", out, "--now", time);
    expect({ time, code, there: existsSync(article) }).toEqual({ time, code: 0, there });
  }
});

test.each([
  ["lies in the content", "content/neu", "lies in the content folder"],
  ["is a file", "datei", "is a file"],
])("an output that %s is refused", async (_, name, words) => {
  const folder = temporaryFolder();
  cpSync(fixture, join(folder, "content"), { recursive: true });
  writeFileSync(join(folder, "datei"), "unersetzlich");
  const { code, errors } = await build(join(folder, "content"), join(folder, name));
  expect(code).toBe(2);
  expect(errors).toContain(words);
  expect(existsSync(join(folder, "content/neu"))).toBe(false);
});

test.each([
  ["a missing folder", ["--content", "gibt-es-nicht"], "gibt-es-nicht"],
  ["an unknown option", ["--contents", "content"], "--contents"],
  ["an address with a path", ["--url", "https://die-spalte.example/blog"], "--url"],
  ["a time that is none", ["--now", "gestern"], "--now"],
  ["a time without its offset", ["--now", "2026-12-24T17:30"], "--now"],
])("%s gives one clear line and exit code 2", async (_, args, named) => {
  const out = join(temporaryFolder(), "dist");
  const { code, errors, output } = await call(buildCommand, "--out", out, ...args);
  expect({ code, output }).toEqual({ code: 2, output: "" });
  expect(errors.trim().split("\n")).toHaveLength(1);
  expect(errors).toContain(named);
  expect(existsSync(out)).toBe(false);
});
