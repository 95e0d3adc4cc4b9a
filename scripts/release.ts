import { spawnSync } from "node:child_process";
import { readOptions, runCommand, UsageError } from "./command.ts";
import { checks } from "./release/checks.ts";
import { release } from "./release/release.ts";

/** npm run release -- VERSION [--dry-run]: checks, raises the version, writes the notes, commits and tags. Pushes nothing. */
await runCommand(() => {
  const args = process.argv.slice(2);
  const [version, ...others] = args.filter((arg) => !arg.startsWith("-"));
  const options = readOptions(
    { "dry-run": null },
    args.filter((arg) => arg.startsWith("-")),
  );
  if (version === undefined || others.length > 0)
    throw new UsageError("Say which version: npm run release -- 1.1.0 [--dry-run]");
  const refused = release(
    {
      folder: ".",
      version,
      day: new Date().toISOString().slice(0, 10),
      checks,
      isRehearsal: options["dry-run"] === true,
    },
    {
      run: (command) => spawnSync(command, { stdio: "inherit", shell: true }).status === 0,
      say: console.log,
    },
  );
  if (refused.length === 0) return;
  for (const note of refused) console.error(note);
  console.error("\nNothing was released.");
  process.exitCode = 1;
});
