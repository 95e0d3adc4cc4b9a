import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { releaseCommand } from "../../../scripts/deploy/plan.ts";
import type { Command } from "../../../scripts/deploy/plan.ts";

const script = readFileSync("scripts/deploy/release.sh", "utf8");

/** Begins a release in a folder, as a deployment from here does, and leaves it there. */
export function begin(online: string, name: string) {
  const here = { host: null, folder: online };
  return talk(releaseCommand(here, { name, days: 7 }, script));
}

/** The same as one from elsewhere does: sshd gives what it was sent to the account's shell, as one word. */
export function beginFromElsewhere(online: string, name: string) {
  const server = { host: "spalte", folder: online };
  const { args } = releaseCommand(server, { name, days: 7 }, script);
  return talk({ file: "sh", args: ["-c", args.at(-1) ?? ""] });
}

async function talk({ file, args }: Command) {
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  const lines = createInterface(child.stdout);
  const closed = once(child, "close").then(([code, signal]) => ({ code, signal, errors }));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await closed;
  });
  const first = await Promise.race([once(lines, "line").then(([line]) => String(line)), closed]);
  return { child, first, closed };
}
