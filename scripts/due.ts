import { readMagazine } from "../magazine/read/magazine.ts";
import { nextOccasions } from "../magazine/schedule.ts";
import { readOptions, runCommand } from "./command.ts";
import { timeOption } from "./time-option.ts";
import { isDeployed } from "./release/deployed.ts";

/**
 * npm run due [-- --content DIR] [--now TIME]: prints `due=false` when a build at that time would print what `npm run deploy` has put online
 * from here, else `due=true`. For what begins runs by the clock; the reason goes to the standard error.
 */
await runCommand(() => {
  const options = readOptions({ content: "DIR", now: "TIME" });
  const magazine = readMagazine(options.content ?? "content");
  const next = nextOccasions(magazine, timeOption("--now", options.now, magazine.timeZone));
  const isOnline = isDeployed(".", next);
  console.log(`due=${!isOnline}`);
  if (!isOnline) console.error("What would be printed now is not known to be online.");
  else if (next === null) console.error("It is online, and nothing is to come by itself.");
  else console.error(`It is online; next is ${next.time} (${next.what.join(", ")}).`);
});
