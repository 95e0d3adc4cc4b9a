import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";

import { expect, test } from "vitest";

import { fixture, withChanges } from "../magazine/read/broken.ts";

const script = join(import.meta.dirname, "../../scripts/check.ts");

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("content without mistakes is counted in one line", () => {
  expect(check("--content", fixture)).toEqual({
    status: 0,
    stdout: "7 articles, 3 authors, 2 columns: no mistakes\n",
    stderr: "",
  });
});

test("mistakes are printed for the editor in the magazine's language, and the exit code is 1", () => {
  const changes = {
    "pages/impressum.md": "---\ntitel: Impressum\n---\n\nText.\n",
    "columns/marken.md": "---\nname: Marken\n---\n",
  };
  expect(withChanges(changes, (folder) => check("--content", folder))).toEqual({
    status: 1,
    stdout: "",
    stderr: `columns/marken.md:1:1 description fehlt; erwartet: ein Text
pages/impressum.md:1:1 title fehlt; erwartet: ein Text
pages/impressum.md:2:1 „titel“ ist hier kein Feld; erwartet: eines von title, description; ist „title“ gemeint?
  2 | titel: Impressum
    | ^

3 Fehler in 2 Dateien.
`,
  });
});

test("two files with one address are found, although each is right in itself", () => {
  const changes = { "pages/marken.md": "---\ntitle: Marken\n---\n\nText.\n" };
  const { status, stderr } = withChanges(changes, (folder) => check("--content", folder));
  expect(status).toBe(1);
  expect(stderr).toContain("pages/marken.md:1:1 die Adresse /marken/ ist schon vergeben");
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
])("%s gives one clear line and the exit code 2", (_, args, stderr) => {
  expect(check(...args)).toEqual({ status: 2, stdout: "", stderr });
});

test("a folder without magazine.yaml gives one clear line and the exit code 2", () => {
  const { status, stderr } = withChanges({ "magazine.yaml": null }, (folder) =>
    check("--content", folder),
  );
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no magazine\.yaml in the folder ".*": .*\n$/);
});

test("a change that is still to come is a mistake", () => {
  const changed = (source: string) => source.replace("\n---", "\nupdated: 2999-01-01\n---");
  const { status, stderr } = withChanges({ "articles/stiller-tag.md": changed }, (folder) =>
    check("--content", folder),
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^articles\/stiller-tag\.md:\d+:10 updated ist „2999-01-01“, und das liegt noch in der Zukunft/,
  );
});

test("--format github puts each mistake at its place in the change, beside the text", () => {
  const changes = { "columns/marken.md": "---\nname: Marken\n---\n" };
  withChanges(changes, (folder) => {
    const { status, stdout, stderr } = check("--content", folder, "--format", "github");
    expect(status).toBe(1);
    const file = relative(process.cwd(), join(folder, "columns/marken.md"));
    expect(stdout).toBe(
      `::error file=${file},line=1,col=1::description fehlt; erwartet: ein Text\n`,
    );
    expect(stderr).toContain("columns/marken.md:1:1 description fehlt; erwartet: ein Text\n");
  });
});

test("--format json gives other programs the same", () => {
  const changes = { "columns/marken.md": "---\nname: Marken\n---\n" };
  const { status, stdout, stderr } = withChanges(changes, (folder) =>
    check("--content", folder, "--format", "json"),
  );
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
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
  expect(JSON.parse(check("--content", fixture, "--format", "json").stdout)).toEqual({
    counts: { articles: 7, authors: 3, columns: 2 },
    mistakes: [],
    hints: [],
    dropped: [],
  });
});
