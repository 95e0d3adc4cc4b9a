import type { Code } from "../build/plan/code.ts";
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
} as const;

export type CommandName = keyof typeof commands;

/** Runs one of them with the words of its command line. */
export function run(name: CommandName, args: readonly string[], code: Code): Promise<void> {
  return runCommand(() => commands[name](args, code));
}
