import { existsSync } from "node:fs";
import { faultOf } from "../domain/log.ts";
import { readSettings } from "../settings.ts";
import type { Settings } from "../settings.ts";
import { standardLog, startService } from "./start-service.ts";

// The service on Node: `node comments-service/hosts/node.ts` serves, with `hide|publish|erase ID` it acts on a comment, and with the other
// commands on all of them.
if (existsSync(".env")) process.loadEnvFile(".env");
const [command, ...rest] = process.argv.slice(2);

const read = readSettings(process.env);
if ("mistakes" in read) stopWith(...read.mistakes.map((mistake) => `setting ${mistake}`));
else await run(read.settings).catch((error: unknown) => stopWith(sentenceOf(error, read.settings)));

async function run(settings: Settings): Promise<void> {
  if (command === undefined) return serve(settings);
  // A service does not load what only commands need.
  const { runFromShell } = await import("../commands/shell.ts");
  process.exitCode = await runFromShell(settings, command, rest);
}

async function serve(settings: Settings): Promise<void> {
  const log = standardLog();
  // It ends the process as it would without us, which would print the message, too.
  process.on("uncaughtException", (error) => {
    log("the service ends: nothing was prepared for this", { level: "error", ...faultOf(error) });
    process.exit(1);
  });
  const service = await startService(settings, { log });
  // Whoever asks first says with which code it ends.
  const stop = (code: number) => service.stop().then(() => process.exit(code));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  void service.lost.then(() => stop(1));
  // `npm start` runs it with a channel, which closes when that process ends, however it does.
  process.once("disconnect", () => void stop(0));
  const letters = service.outbox === null ? "" : `\nletters at ${service.outbox}`;
  const path = settings.database.engine === "sqlite" ? settings.database.path : "";
  const made = service.isNew ? `\na new, empty database: ${path}` : "";
  console.log(`comments service at http://localhost:${service.port}${letters}${made}`);
}

function sentenceOf(error: unknown, { port }: Settings): string {
  if (!(error instanceof Error)) return String(error);
  // Files and servers of a store are refused by the same codes.
  const refused = "syscall" in error && error.syscall === "listen" && "code" in error && error.code;
  if (refused === "EADDRINUSE")
    return `port ${port} is in use: set PORT to another one, or stop what listens there`;
  if (refused === "EACCES")
    return `port ${port} may not be used by this user: set PORT to one above 1023`;
  return error.message;
}

/** One line for each thing that is wrong, and the exit code that says: called wrongly. */
function stopWith(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 2;
}
