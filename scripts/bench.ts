import { benchService } from "./bench/service.ts";
import { runCommand, UsageError } from "./command.ts";

/** npm run bench -- service: how quick the comments service is. Writes nothing into the repository. */
await runCommand(async () => {
  const [what, ...more] = process.argv.slice(2);
  if (what !== "service" || more.length > 0)
    throw new UsageError("Say what to measure: npm run bench -- service");
  await benchService();
});
