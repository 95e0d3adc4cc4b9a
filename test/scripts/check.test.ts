import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";

import { expect, test } from "vitest";

import { codeCache } from "../../scripts/build/caches.ts";
import { check as checkCommand } from "../../scripts/check/check.ts";
import { fixture, withChanges } from "../magazine/read/broken.ts";
import { call, run } from "./run.ts";

/** It has read the content when it first waits. */
const check = (...args: string[]) => call(checkCommand, ...args);

/** The picture of the small magazine is a very small one. */
const hint = {
  file: "articles/2012/zwei-abteilungen.md",
  line: 1,
  column: 1,
  what: "das Bild articles/2012/waage.png ist für seinen Platz über dem Text zu klein (so zugeschnitten 8 Pixel breit)",
  expected: "mindestens 960 Pixel breit, am besten 1.280",
};

test("content without mistakes is counted in one line, below the hints", async () => {
  expect(await run("scripts/run.mjs", "check", "--content", fixture)).toEqual({
    code: 0,
    output: `${hint.file}:1:1 Hinweis: ${hint.what}; besser: ${hint.expected}\n7 articles, 3 authors, 2 columns: no mistakes\n`,
    errors: "",
  });
});

test("what Node has compiled for a command is kept for the next start", () => {
  const { NODE_COMPILE_CACHE: _ours, ...env } = process.env;
  const { stderr } = spawnSync(
    process.execPath,
    ["scripts/run.mjs", "check", "--content", fixture],
    {
      env: { ...env, NODE_DEBUG_NATIVE: "COMPILE_CACHE" },
      encoding: "utf8",
    },
  );
  expect(stderr).toContain(join(process.cwd(), codeCache));
});

test("mistakes are printed for the editor in the magazine's language, and the exit code is 1", async () => {
  const changes = {
    "pages/impressum.md": "---\ntitel: Impressum\n---\n\nText.\n",
    "columns/marken.md": "---\nname: Marken\n---\n",
  };
  expect(await withChanges(changes, (folder) => check("--content", folder))).toEqual({
    code: 1,
    output: "",
    errors: `columns/marken.md:1:1 description fehlt; erwartet: ein Text
pages/impressum.md:1:1 title fehlt; erwartet: ein Text
pages/impressum.md:2:1 „titel“ ist hier kein Feld; erwartet: eines von title, description; ist „title“ gemeint?
  2 | titel: Impressum
    | ^

3 Fehler in 2 Dateien.
`,
  });
});

test("two files with one address are found, although each is right in itself", async () => {
  const changes = { "pages/marken.md": "---\ntitle: Marken\n---\n\nText.\n" };
  const { code, errors } = await withChanges(changes, (folder) => check("--content", folder));
  expect(code).toBe(1);
  expect(errors).toContain("pages/marken.md:1:1 die Adresse /marken/ ist schon vergeben");
});

test.each([
  [
    "a missing folder",
    ["--content", "no/such/folder"],
    'There is no folder "no/such/folder" to read the magazine from.\n',
  ],
  [
    "a wrong option",
    ["--contnt", "x"],
    "Unknown option '--contnt'; the options are --content DIR, --threads FILE, --format FORMAT.\n",
  ],
  [
    "an option without a value",
    ["--content"],
    "Option '--content <value>' argument missing; the options are --content DIR, --threads FILE, --format FORMAT.\n",
  ],
  ["an unknown format", ["--format", "xml"], "--format xml: expected text, github, json\n"],
  [
    "a stray word",
    ["content"],
    "Unexpected argument 'content'; the options are --content DIR, --threads FILE, --format FORMAT.\n",
  ],
])("%s gives one clear line and the exit code 2", async (_, args, errors) => {
  expect(await check(...args)).toEqual({ code: 2, output: "", errors });
});

test("a folder without magazine.yaml gives one clear line and the exit code 2", async () => {
  const { code, errors } = await withChanges({ "magazine.yaml": null }, (folder) =>
    check("--content", folder),
  );
  expect(code).toBe(2);
  expect(errors).toMatch(/^There is no magazine\.yaml in the folder ".*": .*\n$/);
});

test("a change that is still to come is a mistake", async () => {
  const changed = (source: string) => source.replace("\n---", "\nupdated: 2999-01-01\n---");
  const { code, errors } = await withChanges({ "articles/stiller-tag.md": changed }, (folder) =>
    check("--content", folder),
  );
  expect(code).toBe(1);
  expect(errors).toMatch(
    /^articles\/stiller-tag\.md:\d+:10 updated ist „2999-01-01“, und das liegt noch in der Zukunft/,
  );
});

test("--format github puts each mistake at its place in the change, beside the text", async () => {
  const changes = { "columns/marken.md": "---\nname: Marken\n---\n" };
  await withChanges(changes, async (folder) => {
    const { code, output, errors } = await check("--content", folder, "--format", "github");
    expect(code).toBe(1);
    const file = relative(process.cwd(), join(folder, "columns/marken.md"));
    expect(output).toBe(
      `::error file=${file},line=1,col=1::description fehlt; erwartet: ein Text\n`,
    );
    expect(errors).toContain("columns/marken.md:1:1 description fehlt; erwartet: ein Text\n");
  });
});

test("--format json gives other programs the same", async () => {
  const changes = { "columns/marken.md": "---\nname: Marken\n---\n" };
  const { code, output, errors } = await withChanges(changes, (folder) =>
    check("--content", folder, "--format", "json"),
  );
  expect({ code, errors }).toEqual({ code: 1, errors: "" });
  expect(JSON.parse(output)).toEqual({
    counts: null,
    mistakes: [
      {
        file: "columns/marken.md",
        line: 1,
        column: 1,
        what: "description fehlt",
        expected: "ein Text",
      },
    ],
    hints: [],
    dropped: [],
  });
  expect(JSON.parse((await check("--content", fixture, "--format", "json")).output)).toEqual({
    counts: { articles: 7, authors: 3, columns: 2 },
    mistakes: [],
    hints: [hint],
    dropped: [],
  });
});
