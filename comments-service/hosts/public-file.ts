import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileName } from "../http/files.ts";

/** A file of `public/`. In a bundle it is a text of that (`bundle-for-node.ts`). */
export function publicFile(name: FileName): string {
  return readFileSync(join(import.meta.dirname, "../public", name), "utf8");
}
