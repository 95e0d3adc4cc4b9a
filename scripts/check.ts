import { runCommand } from "./command.ts";

/**
 * npm run check [-- --content DIR] [--threads FILE] [--format text|github|json]: whether the content could be printed, without printing it;
 * and whether a build would drop threads that have comments, which FILE counts.
 */
await runCommand(async () => {
  const { check } = await import("./check/check.ts");
  check();
});
