import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitIn } from "./git.ts";
import type { Git } from "./git.ts";

/** Where it is kept for which code the tests have passed. CI carries the folder from run to run. */
const kept = ".kolumne/tested";

/**
 * Runs the tests, unless they have passed for this very code. Content is no code: no test reads it, so an article waits for none.
 *
 * @param runTests answers whether they passed
 */
export function testOnce(
  folder: string,
  runTests: () => boolean,
): "passed" | "passed before" | "failed" {
  const code = codeIn(gitIn(folder));
  const file = code === null ? null : join(folder, kept, code);
  if (file !== null && existsSync(file)) return "passed before";
  if (!runTests()) return "failed";
  if (file !== null) {
    mkdirSync(join(folder, kept), { recursive: true });
    writeFileSync(file, "");
  }
  return "passed";
}

/** A hash of all that is committed but content, and of what runs it; null where something is not committed, or there is no repository. */
function codeIn(git: Git): string | null {
  try {
    if (git("status", "--porcelain") !== "") return null;
    const code = git("ls-tree", "HEAD")
      .split("\n")
      .filter((line) => !line.endsWith("\tcontent"));
    const parts = [process.version, process.platform, process.arch, ...code];
    return createHash("sha256").update(parts.join("\n")).digest("hex");
  } catch {
    return null;
  }
}
