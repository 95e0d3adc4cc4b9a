import { execFileSync } from "node:child_process";

/** What git answers in a folder, without the line's end. @throws the error of a command that failed */
export type Git = (...args: string[]) => string;

export function gitIn(folder: string): Git {
  return (...args) =>
    execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trimEnd();
}
