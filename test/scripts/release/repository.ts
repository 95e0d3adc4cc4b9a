import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitIn } from "../../../scripts/release/git.ts";
import { temporaryFolder } from "../run.ts";

/** A git repository of its own, on `main`, with these files committed. It goes when the test ends. */
export function openRepository(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const git = gitIn(folder);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const commit = (changed: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(changed)) write(path, text);
    git("add", "-A");
    git("commit", "-qm", "Something is now so");
  };
  git("init", "-q", "-b", "main");
  // In one go: git would be a process for each line, and one more that tidies up after a commit.
  appendFileSync(
    join(folder, ".git/config"),
    `[user]
  name = Test
  email = test@magazine.example
[commit]
  gpgsign = false
[tag]
  gpgsign = false
[maintenance]
  auto = false
[core]
  hooksPath = .git/no-hooks
`,
  );
  commit(files);
  return { folder, git, write, commit };
}
