import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Check } from "../../../scripts/release/checks.ts";
import { manifests, versionIn, withVersion } from "../../../scripts/release/manifests.ts";
import { release } from "../../../scripts/release/release.ts";
import { releaseNotes } from "../../../scripts/release/changelog.ts";
import { run } from "../run.ts";
import { openRepository } from "./repository.ts";

const root = join(import.meta.dirname, "../../..");
const changelog = `# Changelog

## Unreleased

### Upgrading

- Nothing: $& and $1 are as before.

### Added

- Comments.

## 0.9.0 - 2026-11-01

- The beginning.
`;
const files = {
  "CHANGELOG.md": changelog,
  "package.json": '{\n  "name": "kolumne",\n  "version": "0.9.0"\n}\n',
  "comments-service/package.json": '{\n  "version": "0.9.0"\n}\n',
  "package-lock.json": `${JSON.stringify(
    {
      name: "kolumne",
      version: "0.9.0",
      packages: {
        "": { version: "0.9.0" },
        "comments-service": { version: "0.9.0" },
        a: { version: "0.9.0" },
      },
    },
    null,
    2,
  )}\n`,
  "comments-service/store/migrations/001-a.ts": "",
  "comments-service/store/migrations/002-b.ts": "",
  "comments-service/store/migrations/migrations.ts": "",
  "test/fixtures/databases/002.db": "",
};
const passes: Check = { what: "what holds", command: "exit 0", otherwise: "wonder" };
const fails: Check = { what: "what does not", command: "exit 1", otherwise: "mend it" };

function open(changed: Readonly<Record<string, string>> = {}) {
  const repository = openRepository({ ...files, ...changed });
  const { folder, git } = repository;
  const said: string[] = [];
  const make = (version: string, { checks = [passes], isRehearsal = false } = {}) =>
    release(
      { folder, version, day: "2026-11-30", checks, isRehearsal },
      {
        run: (command) => spawnSync(command, { cwd: folder, shell: true }).status === 0,
        say: (line) => said.push(line),
      },
    );
  const state = () => ({
    commits: git("rev-list", "--count", "HEAD"),
    tags: git("tag"),
    changed: git("status", "--porcelain"),
    version: versionIn(readFileSync(join(folder, "package.json"), "utf8")),
  });
  const untouched = state();
  return { ...repository, make, said, state, untouched };
}

test("a release raises the version, dates what was unreleased, commits and tags it, and pushes nothing", () => {
  const { make, git, state, said, folder } = open();
  expect(make("1.0.0")).toEqual([]);
  expect(state()).toEqual({ commits: "2", tags: "v1.0.0", changed: "", version: "1.0.0" });
  expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toBe(
    changelog.replace("## Unreleased\n", () => "## Unreleased\n\n## 1.0.0 - 2026-11-30\n"),
  );
  expect(git("log", "-1", "--format=%B")).toBe("Kolumne 1.0.0");
  expect(git("cat-file", "tag", "v1.0.0")).toContain(
    "Kolumne 1.0.0\n\n### Upgrading\n\n- Nothing: $& and $1 are as before.\n\n### Added",
  );
  expect(git("show", "HEAD:comments-service/package.json")).toContain('"version": "1.0.0"');
  const lock: { packages: object } = JSON.parse(git("show", "HEAD:package-lock.json"));
  expect(lock).toMatchObject({
    version: "1.0.0",
    packages: {
      "": { version: "1.0.0" },
      "comments-service": { version: "1.0.0" },
      a: { version: "0.9.0" },
    },
  });
  expect(said).toEqual([
    "Checking what holds: exit 0",
    "Kolumne 1.0.0 is committed and tagged. It goes out with\n\n  git push --atomic origin main v1.0.0",
  ]);
});

test("a rehearsal checks everything, shows the notes and changes nothing", () => {
  const { make, said, state, untouched } = open();
  expect(make("1.0.0", { isRehearsal: true })).toEqual([]);
  expect(said.at(-1)).toContain("1.0.0 would be released with these notes:\n\n### Upgrading");
  expect(make("1.0.0", { isRehearsal: true, checks: [fails] })).toHaveLength(1);
  expect(state()).toEqual(untouched);
});

test.each([
  ["no version", "v1.0", {}, ["v1.0 is no version: expected one such as 1.1.0"]],
  ["an older one", "0.8.9", {}, ["0.8.9 does not come after 0.9.0, which package.json has"]],
  [
    "nothing unreleased",
    "0.10.0",
    {
      "CHANGELOG.md": "# Changelog\n\n## Unreleased\n\n## 0.9.0 - 2026-11-01\n\n- The beginning.\n",
    },
    [
      'CHANGELOG.md says nothing under "## Unreleased": write what is new for whoever runs it, as a list',
      'CHANGELOG.md has no "### Upgrading" under "## Unreleased": write what an upgrade asks of whoever runs it, also when that is nothing',
    ],
  ],
  [
    "no word about upgrading",
    "1.0.0",
    { "CHANGELOG.md": "## Unreleased\n\n### Upgrading\n\n### Added\n\n- Comments.\n" },
    [
      'CHANGELOG.md has no "### Upgrading" under "## Unreleased": write what an upgrade asks of whoever runs it, also when that is nothing',
    ],
  ],
  [
    "no place for it",
    "1.0.0",
    { "CHANGELOG.md": "# Changelog\n" },
    ['CHANGELOG.md has no "## Unreleased": write one, above the newest version'],
  ],
  [
    "a schema without its database",
    "1.0.0",
    { "comments-service/store/migrations/003-c.ts": "" },
    [
      "the schema is 003, and the newest database in test/fixtures/databases is 002: leave a small one of 003 there, with rows in every table, and name it in released.test.ts",
    ],
  ],
])("%s is refused before anything is checked", (_, version, changed, notes) => {
  const { make, said, state, untouched } = open(changed);
  expect(make(version)).toEqual(notes);
  expect(said).toEqual([]);
  expect(state()).toEqual(untouched);
});

test("another branch, a tree with changes and a tag that is there are refused together", () => {
  const { make, git, write, state } = open();
  git("switch", "-qc", "feature");
  git("tag", "v1.0.0");
  write("new.txt", "not committed");
  const before = state();
  expect(make("1.0.0")).toEqual([
    "a release is made on main, and this is feature: git switch main",
    "what is not committed would not be released: commit it, or take it away\n?? new.txt",
    "there is a tag v1.0.0 already: take the next version",
  ]);
  expect(state()).toEqual(before);
});

test("the first check that does not hold ends it, and says what to do", () => {
  const { make, said, state, untouched } = open();
  expect(make("1.0.0", { checks: [passes, fails, passes] })).toEqual([
    "exit 1 failed, which checks what does not: mend it",
  ]);
  expect(said).toHaveLength(2);
  expect(state()).toEqual(untouched);
});

test("what changes while it is checked is not released unchecked", () => {
  const { make, state } = open();
  const commits: Check = {
    what: "how long it takes",
    command: "git commit --quiet --allow-empty --message 'Something else'",
    otherwise: "",
  };
  expect(make("1.0.0", { checks: [commits] })).toEqual([
    "the repository has changed while it was checked: begin again",
  ]);
  expect(state()).toMatchObject({ tags: "", version: "0.9.0" });
});

test("a commit or a tag that git refuses leaves everything as it was", () => {
  const { make, git, folder, state, untouched } = open();
  // A tag of that name cannot stand beside tags below it.
  git("tag", "v1.0.0/a");
  const before = { ...untouched, tags: "v1.0.0/a" };
  expect(make("1.0.0")).toEqual([
    expect.stringMatching(/^git did not take it, and everything is as it was: .*v1\.0\.0/s),
  ]);
  expect(state()).toEqual(before);
  git("config", "core.hooksPath", join(folder, ".git/hooks"));
  writeFileSync(join(folder, ".git/hooks/pre-commit"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  expect(make("2.0.0")).toHaveLength(1);
  expect(state()).toEqual(before);
});

test("in Kolumne's own manifests nothing but the version changes", () => {
  for (const path of manifests) {
    const text = readFileSync(join(root, path), "utf8");
    const before = text.split("\n");
    const raised = withVersion(text, "99.0.0");
    expect(versionIn(raised)).toBe("99.0.0");
    const lines = raised.split("\n").filter((line, i) => line !== before[i]);
    expect(lines.map((line) => line.trim())).toEqual(
      Array.from({ length: path === "package-lock.json" ? 3 : 1 }, () => '"version": "99.0.0",'),
    );
  }
});

test("Kolumne's own changelog has a place for what comes next", () => {
  const own = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const next = own.replace("## Unreleased\n", "## Unreleased\n\n### Upgrading\n\n- Nothing.\n");
  expect(releaseNotes(next, "99.0.0", "2026-11-30")).toMatchObject({
    notes: expect.stringContaining("- Nothing."),
  });
});

test("a release wants to know its version", async () => {
  expect(await run("scripts/release.ts", "--dry-run")).toEqual({
    code: 2,
    output: "",
    errors: "Say which version: npm run release -- 1.1.0 [--dry-run]\n",
  });
});
