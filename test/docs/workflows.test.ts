import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { actions } from "./actions.ts";
import { blocks, files, jobs, onGithub, read, root, steps } from "./workflow-files.ts";

const packageSchema = v.object({ scripts: v.record(v.string(), v.string()) });
const { scripts } = v.parse(packageSchema, JSON.parse(read("package.json")));

/** The npm scripts that a text calls, with the options that they are given. */
function callsIn(text: string): { script: string; options: string[] }[] {
  return [...text.matchAll(/npm (?:--silent )?run (?:--silent )?([\w:-]+)([^\n]*)/gu)].map(
    ([, script = "", rest = ""]) => ({
      script,
      options: [...rest.matchAll(/ (--[\w-]+)/gu)].map(([, option = ""]) => option),
    }),
  );
}

test("there are the workflows that are held here", () => {
  expect(files.map(({ path }) => path).toSorted()).toEqual([
    ".forgejo/workflows/magazine.yml",
    ".github/workflows/comments.yml",
    ".github/workflows/magazine.yml",
  ]);
  expect([...blocks.keys()]).toContain(".gitlab-ci.yml");
});

describe("each npm script", () => {
  const calls = [...onGithub, ...blocks].flatMap(([, source]) => callsIn(source));

  test("that a workflow runs is there", () => {
    expect(calls.length).toBeGreaterThan(15);
    expect(calls.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  const byScript = Map.groupBy(calls, ({ script }) => script);
  test.each([...byScript.keys()].filter((name) => scripts[name]?.startsWith("node scripts/")))(
    "%s knows the options that it is given",
    (name) => {
      const given = (byScript.get(name) ?? []).flatMap(({ options }) => options);
      const words = scripts[name]?.split(" ").slice(1) ?? [];
      const help = spawnSync(process.execPath, [...words, "--help"], {
        cwd: root,
        encoding: "utf8",
      });
      expect(help).toMatchObject({ status: 0, stderr: "" });
      expect(given.filter((option) => !help.stdout.includes(option))).toEqual([]);
    },
  );
});

describe("an action", () => {
  const used = steps.filter((one) => one.uses !== undefined);

  test("is pinned by the commit of a tag of its own repository, and the tag stands behind it", () => {
    expect(used.length).toBeGreaterThan(8);
    const lines = files.flatMap(({ source }) =>
      [...source.matchAll(/uses: (.*\/.*@.*)$/gmu)].map(([, line = ""]) => line),
    );
    expect(lines).toHaveLength(used.length);
    const known = new Set(
      Object.entries(actions).map(
        ([name, { version, commit }]) => `${name}@${commit} # ${version}`,
      ),
    );
    // Forgejo takes an action by its address.
    expect(lines.filter((line) => !known.has(line.replace("https://github.com/", "")))).toEqual([]);
    expect(Object.values(actions).filter(({ commit }) => !/^[0-9a-f]{40}$/.test(commit))).toEqual(
      [],
    );
  });

  test("is given only what it takes", () => {
    const unknown = used.flatMap(({ at, uses = "", with: given }) => {
      const [name = ""] = uses.replace("https://github.com/", "").split("@");
      const inputs = actions[name]?.inputs ?? [];
      return Object.keys(given)
        .filter((input) => !inputs.includes(input))
        .map((input) => `${at}: ${name} does not take ${input}`);
    });
    expect(unknown).toEqual([]);
  });

  test("that checks out leaves no key in the repository", () => {
    const checkouts = used.filter(({ uses }) => uses?.includes("/checkout@"));
    expect(checkouts.length).toBeGreaterThan(4);
    expect(checkouts.filter((one) => one.with["persist-credentials"] !== false)).toEqual([]);
  });
});

describe("rights", () => {
  const github = jobs.filter(({ file }) => file.path.startsWith(".github/"));

  test("a job may read the repository and nothing else, and a workflow without jobs nothing at all", () => {
    for (const { path, permissions } of files.filter((file) => file.path.startsWith(".github/")))
      expect({ path, permissions }).toEqual({ path, permissions: {} });
    expect(github.length).toBeGreaterThan(4);
    for (const { at, permissions } of github)
      expect({ at, permissions }).toEqual({ at, permissions: { contents: "read" } });
  });

  test("no workflow runs a stranger's change with the repository's own rights", () => {
    const events = files.flatMap((file) => Object.keys(file.on));
    expect(events).toContain("pull_request");
    expect(events.filter((event) => /_target$|^workflow_run$|^issue/.test(event))).toEqual([]);
  });

  test("a job with secrets runs on main, or for a pull request from this very repository", () => {
    const secret = jobs.filter((found) =>
      /\bsecrets\./.test(JSON.stringify([found.secrets, found.steps])),
    );
    expect(secret.length).toBeGreaterThan(3);
    const own = "github.event.pull_request.head.repo.full_name == github.repository";
    const main = "github.ref == 'refs/heads/main'";
    expect(
      secret
        .filter((found) => !found.if.includes(main) && !found.if.includes(own))
        .map(({ at }) => at),
    ).toEqual([]);
    expect(secret.filter((found) => found.if.includes("||")).map(({ at }) => at)).toEqual([]);
  });

  test("what others can name never becomes a part of a command", () => {
    expect(steps.filter(({ run = "" }) => run.includes("${{")).map(({ at }) => at)).toEqual([]);
  });
});

test("a job needs jobs that are there, and a called workflow is there and can be called", () => {
  for (const { at, file, needs } of jobs)
    expect({ at, missing: needs.filter((id) => !Object.hasOwn(file.jobs, id)) }).toEqual({
      at,
      missing: [],
    });
  const called = jobs.flatMap(({ uses }) => uses ?? []);
  expect(called).toEqual(["./.github/workflows/comments.yml"]);
  expect(Object.keys(files.find(({ path }) => `./${path}` === called[0])?.on ?? {})).toContain(
    "workflow_call",
  );
});

test("a run of main is locked, and never cut off", () => {
  for (const { path, concurrency } of files.filter((file) => file.path.endsWith("/magazine.yml")))
    expect({ path, concurrency }).toMatchObject({
      concurrency: {
        group: "magazine-${{ github.ref }}", // oxlint-disable-line no-template-curly-in-string -- GitHub's own
        "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
      },
    });
});

describe("a run by the clock ends early where nothing is due", () => {
  test.each(files.filter(({ path }) => path.endsWith("/magazine.yml")))("$path", (file) => {
    const { check, ...others } = file.jobs;
    const before = check?.steps.findIndex(({ id }) => id === "due") ?? -1;
    expect(check?.steps[before]).toMatchObject({
      if: "github.event_name == 'schedule'",
      run: 'npm run --silent due >> "$GITHUB_OUTPUT"',
    });
    expect(check?.steps[before - 1]).toMatchObject({
      if: "github.event_name == 'schedule'",
      with: { path: ".kolumne/deployed", "restore-keys": "deployed-" },
    });
    const behind = check?.steps.slice(before + 1) ?? [];
    expect(behind.length).toBeGreaterThan(3);
    expect(new Set(behind.map((one) => one.if))).toEqual(
      new Set(["steps.due.outputs.due != 'false'"]),
    );
    expect(check?.outputs).toEqual({ due: "${{ steps.due.outputs.due }}" }); // oxlint-disable-line no-template-curly-in-string -- GitHub's own
    const onMain = Object.values(others).filter((one) => one.if.includes("refs/heads/main"));
    expect(onMain.length).toBeGreaterThan(0);
    for (const one of onMain) expect(one.if).toContain("needs.check.outputs.due != 'false'");
    // What was put online is kept, under a name that no run has used.
    const online = others["deploy"]?.steps ?? [];
    const kept = online.find((one) => one.with["path"] === ".kolumne/deployed");
    expect(kept?.uses).toMatch(/actions\/cache@/);
    expect(kept?.with["key"]).toContain("github.run_id");
  });
});

test.each(files.filter(({ path }) => path.endsWith("/magazine.yml")))(
  "what a build keeps is there for the next run wherever pages are printed: $path",
  (file) => {
    const printing = /npm run (?:build|deploy)\b/;
    for (const { steps } of Object.values(file.jobs)) {
      const at = steps.findIndex(({ run }) => printing.test(run ?? ""));
      if (at < 0) continue;
      const kept = steps
        .slice(0, at)
        .find((one) => String(one.with["path"]).split("\n").includes(".cache/kolumne"));
      expect(kept?.uses).toMatch(/actions\/cache@/);
      expect(kept?.with["restore-keys"]).toBe("pictures-");
    }
  },
);

test("GitLab's jobs stand in its stages, and what goes online goes under the lock, from main only", () => {
  const gitlabJob = v.strictObject({
    stage: v.string(),
    script: v.array(v.string()),
    resource_group: v.optional(v.string()),
    environment: v.optional(v.string()),
    rules: v.optional(v.array(v.strictObject({ if: v.string() })), []),
    artifacts: v.optional(v.looseObject({})),
  });
  const known = ["check", "preview", "comments", "deploy"] as const;
  const gitlab = v.parse(
    v.strictObject({
      stages: v.array(v.string()),
      workflow: v.looseObject({}),
      variables: v.looseObject({}),
      default: v.looseObject({}),
      ...v.entriesFromList(known, gitlabJob),
    }),
    parse(blocks.get(".gitlab-ci.yml") ?? ""),
  );
  const found = known.map((id) => {
    const { stage, script, resource_group: group = null, rules } = gitlab[id];
    const onMain = rules.map((rule) => rule.if.split(" && ")[0]);
    return {
      id,
      isStaged: gitlab.stages.includes(stage),
      group,
      onMain,
      calls: callsIn(script.join("\n")),
    };
  });
  expect(found.map(({ isStaged }) => isStaged)).toEqual([true, true, true, true]);
  const online = found.filter(({ calls }) => calls.some(({ script }) => script.endsWith("deploy")));
  expect(online.map(({ id }) => id)).toEqual(["comments", "deploy"]);
  for (const { group, onMain } of online)
    expect({ group, onMain }).toEqual({
      group: "online",
      onMain: ["$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"],
    });
});

test("the bot raises what npm brings, actions and images, small steps in groups", () => {
  const group = v.strictObject({
    "dependency-type": v.optional(v.picklist(["production", "development"])),
    "update-types": v.optional(v.array(v.picklist(["minor", "patch"]))),
    patterns: v.optional(v.array(v.string())),
  });
  const update = v.strictObject({
    "package-ecosystem": v.string(),
    directory: v.string(),
    schedule: v.strictObject({
      interval: v.literal("weekly"),
      day: v.string(),
      time: v.string(),
      timezone: v.string(),
    }),
    cooldown: v.strictObject({ "default-days": v.number() }),
    "versioning-strategy": v.optional(v.literal("increase")),
    "open-pull-requests-limit": v.optional(v.number()),
    groups: v.optional(v.record(v.string(), group), {}),
  });
  const { updates } = v.parse(
    v.strictObject({ version: v.literal(2), updates: v.array(update) }),
    parse(read(".github/dependabot.yml")),
  );
  expect(
    updates.map((one) => [one["package-ecosystem"], one.directory, Object.keys(one.groups)]),
  ).toEqual([
    ["npm", "/", ["what-runs", "tools"]],
    ["docker", "/comments-service", []],
    ["github-actions", "/", ["actions"]],
  ]);
});

test("no workflow names a registry or a machine", () => {
  const all = [...onGithub, ...blocks].map(([, source]) => source).join("\n");
  const hosts = [...all.matchAll(/https?:\/\/([\w.-]+)/gu)].map(([, host]) => host);
  expect(new Set(hosts)).toEqual(new Set(["github.com"]));
});

test("no test reads the editors' content: so an article waits for none", () => {
  const tests = globSync("test/**/*.test.ts", { cwd: root });
  expect(tests.length).toBeGreaterThan(100);
  const reading = /(?:printSite|readMagazine)\("content"\)/;
  expect(tests.filter((path) => reading.test(read(path)))).toEqual([]);
});
