import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server of the whole run stands, once a test has asked for it. */
    postgres: string;
  }
}

/** One PostgreSQL for all tests of a run. The first that needs it starts it, in `shared.ts`; here it ends. */
export default function wholeRun(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-postgres-"));
  // Root lets the server run as somebody else.
  chmodSync(folder, 0o755);
  project.provide("postgres", folder);
  return async () => {
    const pidFile = join(folder, "server", "data", "postmaster.pid");
    if (existsSync(pidFile))
      process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGINT");
    while (existsSync(pidFile)) await setTimeout(25);
    rmSync(folder, { recursive: true, force: true });
  };
}
