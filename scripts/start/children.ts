import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Runs a file of ours as a process that ends when this one does, however this one ends: the channel between them closes then, and the
 * other side calls `endWithParent`, or listens for it itself.
 */
export function runChild(
  file: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const stdio = ["inherit", "inherit", "inherit", "ipc"] as const;
  return spawn(process.execPath, [file, ...args], { env, stdio: [...stdio] });
}

/** Ends this process when the one that runs it has ended. Without a channel to it, nothing happens. */
export function endWithParent(): void {
  process.once("disconnect", () => process.exit());
  // It shall not keep the process from ending by itself.
  process.channel?.unref();
}

/** How often a process looks whether it has become an orphan, in milliseconds. */
const pause = 500;

/**
 * Calls `act` once npm has ended without a word, as after SIGKILL: it has no channel to what it runs. Where something else runs this
 * process, that may end as it likes.
 */
export function onEndOfNpm(act: () => void): void {
  if (process.env["npm_lifecycle_event"] !== "start") return;
  const parent = process.ppid;
  // npm runs a shell, which runs this, or has become this.
  const { name, parent: above } = processOf(parent);
  const npm = name.startsWith("npm") ? parent : above;
  const watch = setInterval(() => {
    if (process.ppid === parent && (npm === null || isAlive(npm))) return;
    clearInterval(watch);
    act();
  }, pause);
  watch.unref();
}

/** What Linux says of a process (proc(5)); elsewhere the shell becomes what it runs, and nothing more need be known. */
function processOf(id: number): { name: string; parent: number | null } {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    const [, name = "", parent = ""] = /^\d+ \((.*)\) \S+ (\d+) /s.exec(stat) ?? [];
    return { name, parent: parent === "" ? null : Number(parent) };
  } catch {
    return { name: "", parent: null };
  }
}

function isAlive(id: number): boolean {
  try {
    // The signal 0 is none: it only asks.
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
