import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a command has taken: seconds of its own processor time, seconds on the clock, the most memory in megabytes; null where the system does not say. */
export interface Cost {
  readonly user: number;
  readonly wall: number;
  readonly peak: number | null;
}

/** Prints the number of the process, and, when it is done, what the shell and then its children have taken. */
const script = `"$@" >/dev/null & echo $!; wait $!; code=$?; times; exit $code`;

/**
 * Runs a command to its end, its children counted in.
 *
 * @throws when it fails, with what it said
 */
export async function costOf(command: readonly string[], folder: string): Promise<Cost> {
  const started = performance.now();
  const shell = spawn("bash", ["-c", script, "bash", ...command], { cwd: folder });
  let output = "";
  let errors = "";
  let peak: number | null = null;
  const look = setInterval(() => {
    peak = peakOf(output.split("\n", 1)[0] ?? "") ?? peak;
  }, 20);
  shell.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    shell.once("error", reject);
    shell.once("close", resolve);
  }).finally(() => clearInterval(look));
  const wall = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${errors}`);
  return { user: userOf(output), wall, peak };
}

/** The user time of the children, in the last line of \`times\`: \`0m1.234s 0m0.056s\`. */
export function userOf(output: string): number {
  const [, minutes, seconds] = /(\d+)m([\d.]+)s \d+m[\d.]+s\s*$/.exec(output) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** The most memory that a process has had until now, in megabytes (proc(5)). */
function peakOf(pid: string): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
