import { Refused } from "../domain/refused.ts";
import type { Settings } from "../settings.ts";
import { act, acts, isAct } from "./moderate.ts";
import { isOperation, operate, operations } from "./operation.ts";

/** Does what was asked for from a shell, and says what was done, or why nothing was. @returns the exit code: 0 done, 1 not, 2 called wrongly. */
export async function runFromShell(
  settings: Settings,
  command: string,
  args: string[],
): Promise<number> {
  const [id = ""] = args;
  if (isAct(command) && args.length === 1) {
    const { line, done } = await act(settings, command, id);
    return done ? say(0, line) : say(1, line);
  }
  if (!isOperation(command))
    return say(
      2,
      usage(`[${[`${acts.join("|")} ID`, ...Object.values(operations)].join("\n  | ")}]`),
    );
  try {
    const progress = (line: string) => console.error(line);
    const lines = await operate(command, { settings, args, progress });
    return lines === null ? say(2, usage(operations[command])) : say(0, ...lines);
  } catch (error) {
    if (error instanceof Refused) return say(1, error.message);
    throw error;
  }
}

function say(code: number, ...lines: string[]): number {
  for (const line of lines) (code === 0 ? console.log : console.error)(line);
  return code;
}

/** It may run from its sources or from the one file that they are bundled to. */
const usage = (calls: string): string => `usage: node ${process.argv[1]} ${calls}`;
