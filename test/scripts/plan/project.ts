import { cpSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { temporaryFolder } from "../run.ts";
import { start, writeDraft } from "./edits.ts";

/** A copy of the project, whose code a test may change. */
export function project(): string {
  const folder = temporaryFolder();
  const isOwn = (path: string) => !/^(?:node_modules|dist|\..*)$/u.test(basename(path));
  for (const room of ["magazine", "layouts", "scripts", "comments-service"])
    cpSync(room, join(folder, room), { recursive: true, filter: isOwn });
  for (const file of ["package.json", "package-lock.json", "eleventy.config.ts"])
    cpSync(file, join(folder, file));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  writeDraft(join(folder, "content"), start());
  return folder;
}
