import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readSealed, writeSealed } from "./sealed.ts";
import { hashOf, settled, stampFiles } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";

const root = join(import.meta.dirname, "../../..");

/** Where everything stands that takes part in a page: found there, file by file, so that none is forgotten. */
const rooms = ["magazine", "layouts", "scripts", "comments-service"];
/** The press, what npm has put into its folder, and what the project asked for. */
const others = [
  "eleventy.config.ts",
  "node_modules/.package-lock.json",
  "package-lock.json",
  "package.json",
];

/** What takes part in a build besides its content. */
export interface Code {
  /** Builds of one hash print the same pages from the same content. It covers every file of the rooms, the packages with their versions, and Node. */
  readonly hash: string;
}

/**
 * The code as it is now.
 *
 * @param cache where is kept how its files were seen before
 * @param now on the clock that the disk has, in milliseconds since 1970
 */
export function codeNow(cache: string, now: number): Code {
  const kept = join(cache, "code.json");
  const known = (readSealed(kept, root) ?? {}) as Stamps;
  const files = [
    ...others.filter((file) => existsSync(join(root, file))),
    ...rooms.flatMap(sourcesIn),
  ];
  const stamps = stampFiles(root, files, known);
  const isKnown =
    files.length === Object.keys(known).length && files.every((one) => stamps[one] === known[one]);
  if (!isKnown) keep(kept, settled(stamps, now));
  const lines = Object.entries(stamps).map(([file, [, , hash]]) => `${file} ${hash}\n`);
  return { hash: hashOf([process.version, ...lines.toSorted()].join("\n")) };
}

/** Where nothing can be written, all files are read each time. */
function keep(file: string, stamps: Stamps): void {
  try {
    writeSealed(file, root, stamps);
  } catch {
    return;
  }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:node_modules|dist|\..*)$/u.test(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    return entry.isFile() ? [path] : [];
  });
}
