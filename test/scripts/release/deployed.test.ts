import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { nextOccasions } from "../../../magazine/schedule.ts";
import { isDeployed, keepDeployed } from "../../../scripts/release/deployed.ts";
import { tellDue } from "../../../scripts/release/due.ts";
import { fixture } from "../../magazine/read/broken.ts";
import { call, temporaryFolder } from "../run.ts";
import { openRepository } from "./repository.ts";

const root = join(import.meta.dirname, "../../..");
const next = { time: "2026-10-19T07:00:00.000Z", what: ["publication"] };
const files = {
  ".gitignore": ".cache/\n.kolumne/\nonline/\nprinted/\nmanifest.json\n",
  "a.md": "Ein Text.",
};

test("what is online is known by its commit and by what was to come next", () => {
  const { folder, commit, write } = openRepository(files);
  expect(isDeployed(folder, next)).toBe(false);
  keepDeployed(folder, next);
  expect(isDeployed(folder, next)).toBe(true);
  expect(isDeployed(folder, null)).toBe(false);
  commit({ "a.md": "Ein anderer." });
  expect(isDeployed(folder, next)).toBe(false);
  keepDeployed(folder, null);
  expect(isDeployed(folder, null)).toBe(true);
  write("b.md", "Nicht im Repository.");
  expect(isDeployed(folder, null)).toBe(false);
  keepDeployed(folder, null);
  commit({ "c.md": "Nun aber." });
  expect(isDeployed(folder, null)).toBe(false);
});

test("without a repository nothing is known to be online", () => {
  const folder = temporaryFolder();
  keepDeployed(folder, null);
  expect(isDeployed(folder, null)).toBe(false);
});

test("a run by the clock is due when something has come, and not again once that is online", async () => {
  const { folder, commit } = openRepository(files);
  cpSync(fixture, join(folder, "content"), { recursive: true });
  // Eleventy wants the folder of its input.
  commit({ "layouts/.keep": "" });
  const inFolder = (script: string, ...args: string[]) => {
    const file = join(root, "scripts", script);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    return { code: status, output: stdout, errors: stderr };
  };
  const deploy = (now: string) =>
    inFolder("deploy.ts", "--target", "folder", "--to", "online", "--out", "printed", "--now", now);
  const content = ["--content", join(folder, "content")];
  const due = (now: string) => call((words) => tellDue(folder, words), ...content, "--now", now);

  const first = inFolder("due.ts", "--now", "2012-10-19 09:00");
  expect(first).toMatchObject({ code: 0, output: "due=true\n" });
  expect(deploy("2012-10-19 09:00")).toMatchObject({ code: 0, errors: "" });
  expect(await due("2012-10-21 08:59")).toEqual({
    code: 0,
    output: "due=false\n",
    errors: "It is online; next is 2012-10-21T07:00:00.000Z (news).\n",
  });
  expect((await due("2012-10-21 09:00")).output).toBe("due=true\n");
  expect(deploy("2012-10-21 09:00")).toMatchObject({ code: 0 });
  expect((await due("2012-10-21 09:00")).output).toBe("due=false\n");
  const record: unknown = JSON.parse(readFileSync(join(folder, ".kolumne/deployed"), "utf8"));
  const expected = nextOccasions(readMagazine(fixture), new Date("2012-10-21T07:00:00Z"));
  expect(record).toMatchObject({ next: expected });
});
