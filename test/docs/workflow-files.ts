import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";

export const root = join(import.meta.dirname, "../..");
export const read = (path: string) => readFileSync(join(root, path), "utf8");

const value = v.union([v.string(), v.number(), v.boolean()]);
const names = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((given) => (typeof given === "string" ? [given] : given)),
);
/** What the workflows use of GitHub's syntax: another key is looked at before it is added here. */
const step = v.strictObject({
  name: v.optional(v.string()),
  id: v.optional(v.string()),
  if: v.optional(v.string()),
  uses: v.optional(v.string()),
  with: v.optional(v.record(v.string(), value), {}),
  run: v.optional(v.string()),
  env: v.optional(v.record(v.string(), value), {}),
});
const job = v.strictObject({
  name: v.optional(v.string()),
  needs: v.optional(names, []),
  if: v.optional(v.string(), ""),
  "runs-on": v.optional(v.string()),
  container: v.optional(v.object({ image: v.string() })),
  "timeout-minutes": v.optional(v.number()),
  environment: v.optional(v.union([v.string(), v.object({ name: v.string(), url: v.string() })])),
  concurrency: v.optional(v.object({ group: v.string(), "cancel-in-progress": value })),
  permissions: v.optional(v.record(v.string(), v.string())),
  outputs: v.optional(v.record(v.string(), v.string())),
  uses: v.optional(v.string()),
  secrets: v.optional(v.record(v.string(), v.string())),
  steps: v.optional(v.array(step), []),
});
const workflow = v.strictObject({
  name: v.string(),
  on: v.record(v.string(), v.unknown()),
  permissions: v.optional(v.record(v.string(), v.string())),
  concurrency: v.optional(v.object({ group: v.string(), "cancel-in-progress": value })),
  jobs: v.record(v.string(), job),
});

/** The blocks of YAML in the page about CI, by the file's name that stands in their first line. */
function blocksIn(page: string): Map<string, string> {
  const blocks = [...read(page).matchAll(/```yaml\n# (\S+)[^]*?```/gu)];
  return new Map(
    blocks.map(([block, name = ""]) => [name, block.replace("```yaml\n", "").replace("```", "")]),
  );
}

const page = "docs/deploy/ci.md";
export const blocks = blocksIn(page);
export const onGithub = globSync(".github/workflows/*.yml", { cwd: root }).map(
  (path) => [path, read(path)] as const,
);
const onForgejo = [...blocks].filter(([name]) => name.startsWith(".forgejo/"));
export const files = [...onGithub, ...onForgejo].map(([path, source]) =>
  Object.assign(v.parse(workflow, parse(source)), { path, source }),
);
export const jobs = files.flatMap((file) =>
  Object.entries(file.jobs).map(([id, found]) =>
    Object.assign(found, { file, at: `${file.path}: ${id}` }),
  ),
);
export const steps = jobs.flatMap(({ at, steps: found }) =>
  found.map((one) => Object.assign(one, { at })),
);
