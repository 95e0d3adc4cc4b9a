import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { lookAt } from "./files.ts";
import { buildMagazine } from "./magazine.ts";
import type { BuildOptions } from "./magazine.ts";
import { pictureCache } from "./caches.ts";
import { readPrinted } from "./printed.ts";

/**
 * Builds once more into a folder that holds nothing, from nothing but drawn pictures, whose names say what they are, and compares.
 *
 * @param options of the build that has just been made
 * @returns the files that differ, each with how; none when both are the same to the byte
 */
export async function verify(options: BuildOptions): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-verify-"));
  try {
    const cache = join(folder, "cache");
    mkdirSync(cache);
    const pictures = options.cache === undefined ? pictureCache : join(options.cache, "pictures");
    mkdirSync(pictures, { recursive: true });
    symlinkSync(resolve(pictures), join(cache, "pictures"));
    const out = join(folder, "clean");
    const list = options.pictures === undefined ? {} : { pictures: join(folder, "pictures.json") };
    await buildMagazine({ ...options, out, cache, ...list });
    return differences(resolve(options.out), out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differences(out: string, clean: string): string[] {
  const wanted = new Set(readPrinted(clean));
  const printed = readPrinted(out) ?? new Set();
  const tooMany = [...printed].filter((file) => !wanted.has(file) && lookAt(join(out, file)));
  const others = [...wanted].flatMap((file) => {
    if (!printed.has(file) || lookAt(join(out, file)) === null) return [`${file} is missing`];
    const same = readFileSync(join(out, file)).equals(readFileSync(join(clean, file)));
    return same ? [] : [`${file} is another`];
  });
  return [...others, ...tooMany.map((file) => `${file} should not be there`)].toSorted();
}
