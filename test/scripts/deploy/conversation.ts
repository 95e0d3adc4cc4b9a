import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { releaseCommand } from "../../../scripts/deploy/plan.ts";

const script = readFileSync("scripts/deploy/release.sh", "utf8");

/** Begins a release in a folder, as a deployment does, and leaves it there. */
export async function begin(online: string, name: string) {
  const { file, args } = releaseCommand({ host: null, folder: online }, { name, days: 7 }, script);
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  const lines = createInterface(child.stdout);
  const closed = once(child, "close").then(([code, signal]) => ({ code, signal, errors }));
  const first = await Promise.race([once(lines, "line").then(([line]) => String(line)), closed]);
  return { child, first, closed };
}
