import { runCommand } from "./command.ts";
import { tellDue } from "./release/due.ts";

/** npm run due [-- --content DIR] [--now TIME] */
await runCommand(() => tellDue("."));
