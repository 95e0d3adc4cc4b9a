import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { MissingMagazine, compare } from "./mistakes.ts";

/**
 * Every file of the content folder, sorted, relative to it, with slashes. What begins with a dot is left out, and so are
 * links: what is printed lies in the folder itself.
 *
 * @throws MissingMagazine when there is no such folder, or no magazine.yaml in it.
 */
export function listFiles(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new MissingMagazine(`There is no folder "${folder}" to read the magazine from.`);
  }
  const files: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const file = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(file);
      else if (entry.isFile()) files.push(file);
    }
  };
  walk("");
  if (!files.includes("magazine.yaml")) {
    throw new MissingMagazine(
      `There is no magazine.yaml in the folder "${folder}": it holds the magazine's title, url and the like.`,
    );
  }
  return files.toSorted(compare);
}
