import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { memoryFolder } from "../../run-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server of the whole run stands, once a test has asked for it. */
    postgres: string;
  }
}

/** Waits until whoever has started it ends, however that happens; then ends the server in a folder, by force after ten seconds, and takes the folder away. */
const endWithRun = `
  cat
  file=$1/server/data/postmaster.pid
  pid=$(head -n 1 "$file" 2> /dev/null) && kill -INT "$pid"
  for _ in $(seq 400); do [ -e "$file" ] || break; sleep 0.025; done
  [ -e "$file" ] && kill -KILL "$pid"
  rm -rf "$1"`;

/** One PostgreSQL for all tests of a run. The first that needs it starts it, in `shared.ts`; it ends with the run, even one that is killed. */
export default function wholeRun(project: TestProject): () => Promise<void> {
  const folder = memoryFolder("postgres");
  // Root lets the server run as somebody else.
  chmodSync(folder, 0o755);
  project.provide("postgres", folder);
  const end = spawn("sh", ["-c", endWithRun, "sh", folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  end.unref();
  const ended = once(end, "exit");
  return async () => {
    end.ref();
    end.stdin.end();
    await ended;
  };
}
