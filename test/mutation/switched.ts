import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Plugin } from "vitest/config";

/** A module's own cache: a Map that is empty when the module is loaded. */
const cache = /^(?:export )?const (\w+)(?:: [^=]*)? = new Map(?:<.*>)?\(\);$/gmu;

/**
 * Loads files with their mutants in them. Caches of modules know nothing of switches: each is put into a list, `__caches__`, that the runner
 * empties before each test.
 *
 * @param keep files whose caches are left alone
 */
export function switched(code: ReadonlyMap<string, string>, keep: readonly string[] = []): Plugin {
  return {
    name: "mutants",
    enforce: "pre",
    load(id) {
      const path = relative(process.cwd(), id);
      const own = /^test\/.*\.ts$/u.test(path) ? readFileSync(path, "utf8") : undefined;
      const source = code.get(path) ?? own;
      if (source === undefined) return null;
      if (keep.includes(path)) return source;
      const caches = [...source.matchAll(cache)].map(([, name]) => name).join(", ");
      return caches === ""
        ? source
        : `${source}\n(globalThis.__caches__ ??= []).push(${caches});\n`;
    },
  };
}
