import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Git } from "./git.ts";
import { isNewer, isVersion } from "./versions.ts";

/** Why this version cannot be released from this repository as it stands, each a note to whoever releases. Looks only. */
export function refusals(git: Git, folder: string, version: string, before: string): string[] {
  const notes = [versionNote(version, before), ...repositoryNotes(git, version)];
  return [...notes, schemaNote(folder)].filter((note) => note !== null);
}

function versionNote(version: string, before: string): string | null {
  if (!isVersion(version)) return `${version} is no version: expected one such as 1.1.0`;
  if (isNewer(version, before)) return null;
  return `${version} does not come after ${before}, which package.json has`;
}

function repositoryNotes(git: Git, version: string): (string | null)[] {
  const branch = git("branch", "--show-current");
  const changed = git("status", "--porcelain");
  return [
    branch === "main"
      ? null
      : `a release is made on main, and this is ${branch === "" ? "no branch" : branch}: git switch main`,
    changed === ""
      ? null
      : `what is not committed would not be released: commit it, or take it away\n${changed}`,
    git("tag", "--list", `v${version}`) === ""
      ? null
      : `there is a tag v${version} already: take the next version`,
  ];
}

/** A later release brings every earlier schema forward, and shows it on a database of each. */
function schemaNote(folder: string): string | null {
  const numberIn = (path: string, form: RegExp) =>
    readdirSync(join(folder, path))
      .flatMap((name) => form.exec(name)?.[1] ?? [])
      .toSorted()
      .at(-1);
  const schema = numberIn("comments-service/store/migrations", /^(\d{3})-.*\.ts$/);
  const fixture = numberIn("test/fixtures/databases", /^(\d{3})\.db$/);
  if (schema === fixture) return null;
  return `the schema is ${schema}, and the newest database in test/fixtures/databases is ${fixture}: leave a small one of ${schema} there, with rows in every table, and name it in released.test.ts`;
}
