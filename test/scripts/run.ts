import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { onTestFinished, vi } from "vitest";
import { runCommand } from "../../scripts/command.ts";

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a file of the project with Node, as its npm script would. */
export function run(file: string, ...args: string[]): Promise<Outcome> {
  return runIn(".", file, ...args);
}

/** The same from another folder. */
export function runIn(cwd: string, file: string, ...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    const stdio = ["ignore", "pipe", "pipe"] as const;
    const child = spawn(process.execPath, [file, ...args], { cwd, stdio: [...stdio] });
    let output = "";
    let errors = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    child.on("close", (code) => done({ code, output, errors }));
  });
}

/**
 * Calls what a file of `scripts/` runs, with the words of a command line, and tells what a process would have said and ended with. Most of the second that a
 * process takes goes into loading; that a file runs what it exports is seen where `run` runs it.
 */
export async function call(
  command: (words: readonly string[]) => void | Promise<void>,
  ...words: string[]
): Promise<Outcome> {
  const said = { output: "", errors: "" };
  const spies = (["log", "warn", "error"] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...told: unknown[]) => {
      said[name === "log" ? "output" : "errors"] += `${format(...told)}\n`;
    }),
  );
  const [code, mask] = [process.exitCode, process.umask()];
  process.exitCode = 0;
  try {
    await runCommand(() => command(words));
    return { code: process.exitCode, ...said };
  } finally {
    process.exitCode = code;
    process.umask(mask);
    for (const spy of spies) spy.mockRestore();
  }
}

/** A folder that is there until the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
