import { workerData } from "node:worker_threads";
import type { Code } from "../build/plan/code.ts";
import type { Errand } from "../build/reading.ts";
import { runCommand } from "../command.ts";
import { endWithParent } from "../start/children.ts";

/** The commands of the program, each loaded when it is called. @param code what they are made of, as it was seen just now */
const commands = {
  async build(args: readonly string[], code: Code): Promise<void> {
    endWithParent();
    const { build } = await import("../build.ts");
    await build(args, code);
  },
  async check(args: readonly string[]): Promise<void> {
    const { check } = await import("../check/check.ts");
    check(args);
  },
  /** Of a thread that reads for a build, which hands over what it asks for. */
  async articles(_: readonly string[], code: Code): Promise<void> {
    const { readFor } = await import("../build/reader.ts");
    readFor(workerData as Errand, code.hash);
  },
} as const;

export type CommandName = keyof typeof commands;

/** Runs one of them with the words of its command line. */
export function run(name: CommandName, args: readonly string[], code: Code): Promise<void> {
  return runCommand(() => commands[name](args, code));
}
