import { readMagazine } from "../../magazine/read/magazine.ts";
import { nextOccasions } from "../../magazine/schedule.ts";
import { readOptions } from "../command.ts";
import { timeOption } from "../time-option.ts";
import { isDeployed } from "./deployed.ts";

/**
 * Prints `due=false` when a build at that time would print what `npm run deploy` has put online from this folder, else `due=true`. For what begins runs by the
 * clock; the reason goes to the standard error.
 */
export function tellDue(folder: string, args?: readonly string[]): void {
  const options = readOptions({ content: "DIR", now: "TIME" }, args);
  const magazine = readMagazine(options.content ?? "content");
  const next = nextOccasions(magazine, timeOption("--now", options.now, magazine.timeZone));
  const isOnline = isDeployed(folder, next);
  console.log(`due=${!isOnline}`);
  if (!isOnline) console.error("What would be printed now is not known to be online.");
  else if (next === null) console.error("It is online, and nothing is to come by itself.");
  else console.error(`It is online; next is ${next.time} (${next.what.join(", ")}).`);
}
