import { spawnSync } from "node:child_process";
import { readOptions, runCommand } from "./command.ts";
import { testOnce } from "./release/tested.ts";

/** npm run test:once: npm test, unless it has passed for this very code. For CI, where most pushes are articles. */
await runCommand(() => {
  readOptions({});
  const outcome = testOnce(
    ".",
    () => spawnSync("npm test", { stdio: "inherit", shell: true }).status === 0,
  );
  if (outcome === "passed before") console.log("The tests have passed for this very code before.");
  if (outcome === "failed") process.exitCode = 1;
});
