import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { releaseNotes } from "./changelog.ts";
import type { Check } from "./checks.ts";
import { gitIn } from "./git.ts";
import type { Git } from "./git.ts";
import { manifests, versionIn, withVersion } from "./manifests.ts";
import { refusals } from "./refusals.ts";

export interface ReleaseOrder {
  /** The repository. */
  readonly folder: string;
  /** As `1.1.0`. */
  readonly version: string;
  /** As `2026-11-30`. */
  readonly day: string;
  readonly checks: readonly Check[];
  /** Everything is looked at, and nothing is changed. */
  readonly isRehearsal: boolean;
}

/** What a release does beside files and git: runs a command and answers whether it ended well, and tells how far it is. */
export interface ReleaseEffects {
  readonly run: (command: string) => boolean;
  readonly say: (line: string) => void;
}

/**
 * Makes a release: looks whether it can be, raises the version, moves what is unreleased in the changelog to it, commits and tags. Pushes
 * nothing. What goes wrong on the way leaves the repository as it was.
 *
 * @returns why there is no release, each a note to whoever called; none when there is one
 */
export function release(order: ReleaseOrder, effects: ReleaseEffects): readonly string[] {
  const { folder, version, day } = order;
  const git = gitIn(folder);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const notes = releaseNotes(read("CHANGELOG.md"), version, day);
  const refused = [
    ...refusals(git, folder, version, versionIn(read("package.json"))),
    ...("text" in notes ? [] : notes),
  ];
  if (refused.length > 0 || !("text" in notes)) return refused;
  const head = git("rev-parse", "HEAD");
  const failed = failing(order.checks, effects);
  if (failed !== null) return [failed];
  if (git("rev-parse", "HEAD") !== head || git("status", "--porcelain") !== "")
    return ["the repository has changed while it was checked: begin again"];
  if (order.isRehearsal) {
    effects.say(
      `Nothing was changed. ${version} would be released with these notes:\n\n${notes.notes}`,
    );
    return [];
  }
  const written = new Map(manifests.map((path) => [path, withVersion(read(path), version)]));
  const fault = commit(git, order, written.set("CHANGELOG.md", notes.text), notes.notes);
  if (fault !== null) return [fault];
  effects.say(
    `Kolumne ${version} is committed and tagged. It goes out with\n\n  git push --atomic origin main v${version}`,
  );
  return [];
}

function failing(checks: readonly Check[], { run, say }: ReleaseEffects): string | null {
  for (const { what, command, otherwise } of checks) {
    say(`Checking ${what}: ${command}`);
    if (!run(command)) return `${command} failed, which checks ${what}: ${otherwise}`;
  }
  return null;
}

function commit(
  git: Git,
  { folder, version }: ReleaseOrder,
  written: ReadonlyMap<string, string>,
  notes: string,
): string | null {
  const head = git("rev-parse", "HEAD");
  try {
    for (const [path, text] of written) writeFileSync(join(folder, path), text);
    git("commit", "--quiet", "--message", `Kolumne ${version}`, "--", ...written.keys());
    // Lines that begin with # are headings here.
    git(
      "tag",
      "--annotate",
      "--cleanup=verbatim",
      "--message",
      `Kolumne ${version}\n\n${notes}`,
      `v${version}`,
    );
    return null;
  } catch (error) {
    // The tree was clean: nobody's work is in what goes.
    git("reset", "--quiet", "--hard", head);
    const words = error instanceof Error ? error.message.trim() : String(error);
    return `git did not take it, and everything is as it was: ${words}`;
  }
}
