import { accounts } from "./accounts.ts";
import type { Call } from "./call.ts";
import { pages } from "./pages.ts";
import { reading } from "./reading.ts";
import { writing } from "./writing.ts";

/** Every call that openapi.json describes. */
export const calls: readonly Call[] = [...reading, ...writing, ...accounts, ...pages];
