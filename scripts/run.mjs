// Runs a command of the program: plain JavaScript, since Node keeps what it has stripped of types and compiled only from here on.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "../.cache/kolumne/code"));
const { runProgram } = await import("./program/program.ts");
await runProgram(process.argv[2], process.argv.slice(3));
