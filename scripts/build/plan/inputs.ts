import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { listFiles } from "../../../magazine/read/files.ts";
import type { BuildOptions } from "../magazine.ts";
import { lookAt } from "../files.ts";
import { buildCache } from "../caches.ts";
import { codeNow } from "./code.ts";
import type { Code } from "./code.ts";
import { manifestOf } from "./manifest.ts";
import { isAsPrinted } from "./plan.ts";
import { hashOf, looksAs, stampFiles } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";
import type { State } from "./state.ts";

/** All that a build is made from, but for the time. */
export interface Inputs {
  /** Of all of it. */
  readonly hash: string;
  /** Of all of it but the content. */
  readonly basis: string;
  readonly code: Code;
  readonly content: Stamps;
  /** When they were looked at, in milliseconds since 1970. */
  readonly at: number;
}

/** @throws MissingMagazine when there is no content */
export function inputsOf(options: BuildOptions, before: State | null): Inputs {
  const at = Date.now();
  const { content: folder, cache = buildCache, out, ...rest } = options;
  const { code = codeNow(cache, at), progress: _progress, waits: _waits, ...others } = rest;
  const content = stampFiles(folder, listFiles(folder), before?.content ?? {});
  const files = Object.entries(content).map(([file, [, , hash]]) => [file, hash]);
  const said = Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const basis = hashOf(JSON.stringify([resolve(out), resolve(folder), said, code.hash]));
  return {
    hash: hashOf(JSON.stringify([basis, files])),
    basis,
    code,
    content,
    at,
  };
}

/** Whether nothing is to be done: all that a build is made from is as it was, the time has not come, and what it printed stands there. */
export function isDone(before: State, inputs: Inputs, options: BuildOptions): boolean {
  const out = resolve(options.out);
  return (
    before.inputs === inputs.hash &&
    isStillTime(before, options) &&
    existsSync(manifestOf(out)) &&
    isAsPrinted(before, out)
  );
}

/** Whether an edition is still the same if its content is, and what there is to draw is still written where it was. */
export function isStillTime(
  { from, until }: State,
  { now: said, pictures }: BuildOptions,
): boolean {
  const now = Date.now();
  return (
    (said !== undefined || (from <= now && (until === null || now < until))) &&
    (pictures === undefined || existsSync(pictures))
  );
}

/** Whether a content folder still looks as it did. */
export function isAsItWas(folder: string, content: Stamps): boolean {
  const files = listFiles(folder);
  return files.length === Object.keys(content).length && areAsTheyWere(folder, content, files);
}

/** Whether some of its files do. */
export function areAsTheyWere(folder: string, content: Stamps, files: readonly string[]): boolean {
  return files.every((file) => {
    const [there, was] = [lookAt(`${folder}/${file}`), content[file]];
    return there !== null && was !== undefined && looksAs(was, there);
  });
}
