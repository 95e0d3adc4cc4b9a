import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deploy as deployCommand } from "../../../scripts/deploy.ts";
import { call, run, temporaryFolder } from "../run.ts";
import { read, standing } from "./tiny-site.ts";

/** The fixture's magazine and a place to deploy it to, with the command that does. */
function openPlace() {
  const folder = temporaryFolder();
  const content = join(folder, "content");
  cpSync("test/fixtures/magazine", content, { recursive: true });
  const printed = join(folder, "printed");
  const place = ["--target", "folder", "--to", join(folder, "online")];
  const from = ["--content", content, "--out", printed, "--now", "2026-11-20T12:00:00Z"];
  const words = (more: readonly string[]) => [
    ...place,
    ...(more.includes("--no-build") ? [] : from),
    ...more,
  ];
  const deploy = (...more: string[]) => call(deployCommand, ...words(more));
  /** The same as a process of its own. */
  const runDeploy = (...more: string[]) => run("scripts/deploy.ts", ...words(more));
  return { folder, content, printed, deploy, runDeploy };
}

test("content becomes a site in a folder; with mistakes in it, what was online stays", async () => {
  const { folder, content, printed, deploy, runDeploy } = openPlace();
  const first = await runDeploy();
  expect(first).toMatchObject({ code: 0, errors: "" });
  expect(first.output).toMatch(/^\d+ files are online as \d{8}T\d{6}Z-[0-9a-f]{12}\n$/);
  expect(read(folder, "marken/drei-fragen/index.html")).toContain("Drei Fragen");
  const before = standing(folder);

  expect((await deploy("--no-build", "--out", printed)).output).toMatch(
    /^The same is online already, as .*: nothing was done\n$/,
  );
  writeFileSync(join(content, "columns/neu.md"), "---\nname: Neu\n---\n");
  const broken = await deploy();
  expect(broken).toMatchObject({ code: 1, output: "" });
  expect(broken.errors).toMatch(/columns\/neu\.md:\d+:\d+ .*description/);
  expect(standing(folder)).toEqual(before);
});

test("a dry run prints the plan and touches nothing", async () => {
  const { folder, deploy } = openPlace();
  const { code, output } = await deploy("--dry-run");
  expect(code).toBe(0);
  expect(output).toMatch(/^Would deploy .*printed: \d\d+ files, \d\.\d MB\n1\. sh -c release\.sh/);
  expect(readdirSync(folder)).toEqual(["content"]);
});

test("a folder that no build has printed into is not deployed", async () => {
  const { folder, printed, deploy } = openPlace();
  mkdirSync(printed);
  writeFileSync(join(printed, "index.html"), "<p>Von Hand</p>");
  const { code, errors } = await deploy("--no-build", "--out", printed);
  expect({ code, errors }).toEqual({
    code: 2,
    errors: `${printed} holds nothing that a build has printed: leave out --no-build\n`,
  });
  expect(existsSync(join(folder, "online"))).toBe(false);
});

test("drafts go out as a preview beside the site, and never as the site", async () => {
  const { folder, printed, deploy } = openPlace();
  expect(await deploy("--preview", "pr-12")).toMatchObject({ code: 0, errors: "" });
  const online = join(folder, "online");
  expect(readdirSync(online)).toEqual(["previews"]);
  const draft = join(online, "previews/pr-12/current/alltag/entwurf/index.html");
  expect(existsSync(draft)).toBe(true);
  const { code, errors } = await deploy("--no-build", "--out", printed);
  expect(code).toBe(2);
  expect(errors).toBe(
    `${printed} holds a preview, with drafts: leave out --no-build, or deploy it with --preview NAME\n`,
  );
  expect(readdirSync(online)).toEqual(["previews"]);
});

test("a deployment that does not go through ends with 3 and says why", async () => {
  const { folder, runDeploy } = openPlace();
  mkdirSync(join(folder, "online"));
  symlinkSync("process 1 on nas, since 12:00:00 UTC", join(folder, "online/.deploying"));
  const { code, errors } = await runDeploy("--rollback");
  expect(code).toBe(3);
  expect(errors).toMatch(
    /^another deployment to .*online is under way \(process 1 on nas, .*\nsh ended with 3: what was online stays online\n$/,
  );
});
