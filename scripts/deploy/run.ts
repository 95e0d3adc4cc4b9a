import { spawn } from "node:child_process";
import type { StdioOptions } from "node:child_process";
import { createInterface } from "node:readline";
import { DeployFailure } from "./failure.ts";
import { isRelease } from "./plan.ts";
import type { Command } from "./plan.ts";

/** Runs a command to its end; what it says is shown. @throws DeployFailure when it did not end well */
export async function run(command: Command): Promise<void> {
  const fault = await start(command, "inherit").fault;
  if (fault !== null) throw new DeployFailure(fault);
}

/**
 * Makes a release: `command` runs `release.sh`, and `fill` is called when it is ready.
 *
 * @param fill fills the new release, knowing the name of the one that is online (null for none), and answers whether to switch to it;
 *   without that, and when it throws, the site stays as it was
 * @returns the name of the release that is online now
 * @throws DeployFailure when there was no switch, although there should have been one
 */
export async function makeRelease(
  command: Command,
  fill: (before: string | null) => Promise<boolean>,
): Promise<string | null> {
  const { child, fault } = start(command, ["pipe", "pipe", "inherit"]);
  const [input, output] = [child.stdin, child.stdout];
  if (input === null || output === null) throw new Error("it was started with pipes");
  // It may end before it was answered; how it ended is what counts.
  input.on("error", () => undefined);
  let online: string | null = null;
  try {
    for await (const line of createInterface(output)) {
      const [word, name = ""] = line.split(" ");
      if (word === "online" && isRelease(name)) online = name;
      if (word !== "ready") continue;
      const before = isRelease(name) ? name : null;
      if (!(await fill(before))) return before;
      input.end("switch\n");
    }
  } finally {
    input.end();
    await fault;
  }
  const words = await fault;
  if (online === null) throw new DeployFailure(words ?? "there was no switch");
  if (words !== null) console.error(`${online} is online, but older releases were not removed.`);
  return online;
}

/** The signals that end this process, and before it what it runs. */
const signals = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

/** Starts a command. `fault` is what went wrong, in words, once it has ended; null for nothing. */
function start({ file, args }: Command, stdio: StdioOptions) {
  const child = spawn(file, args, { stdio });
  const end = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, end);
  const fault = new Promise<string | null>((done) => {
    child.on("error", ({ message }) =>
      done(
        message.endsWith("ENOENT") ? `${file} is not installed here, or not on the PATH` : message,
      ),
    );
    child.on("close", (code, signal) =>
      done(code === 0 ? null : `${file} ended with ${signal ?? code}`),
    );
  }).finally(() => {
    for (const signal of signals) process.off(signal, end);
  });
  return { child, fault };
}
