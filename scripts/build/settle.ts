import type { Stats } from "node:fs";
import { amendManifest } from "./plan/amend.ts";
import { writeManifest } from "./plan/manifest.ts";
import { settled } from "./plan/stamps.ts";
import { forgetState, writeState } from "./plan/state.ts";
import { linesOf, linesWith } from "./plan/prints.ts";
import type { KeptPrint } from "./plan/prints.ts";
import type { Printed, State } from "./plan/state.ts";
import type { Known, Planned } from "./planned.ts";
import { replaceFolder, replaceSome } from "./replace.ts";
import type { Replaced } from "./replace.ts";

/** What was printed, and what is to stand beside it. */
interface Prints {
  /** The folder that holds what was printed. */
  readonly fresh: string;
  /** Files of the output folder that stay. */
  readonly keep: ReadonlyMap<string, KeptPrint>;
  readonly printed: ReadonlyMap<string, Printed>;
}

/**
 * Makes the output folder hold what was printed, and leaves for the next build what it has to know. One that is broken off on the way
 * leaves nothing, and the next one prints everything.
 *
 * @throws UsageError as `replaceFolder` does
 */
export function settle(
  { fresh, keep, printed }: Prints,
  { out, cache, before, inputs }: Known,
  { mistakes, whole, isStill, left, write }: Planned,
): Replaced {
  const begin = () => forgetState(cache, out);
  const some = whole === null ? before : null;
  const replaced =
    some === null
      ? replaceFolder(out, fresh, keep.keys(), begin)
      : replaceSome(out, fresh, { has: (file) => some.files.of(file) !== undefined }, begin);
  const { removed: gone } = replaced;
  const again = printedAgain(printed, replaced.unchanged);
  const now = again.length === 0 ? printed : new Map([...printed, ...again]);
  const files = keep.size === 0 ? now : new Map([...keep, ...now]);
  const manifest =
    (before && amended(out, before, { now, gone, count: some ? null : files.size })) ??
    writeManifest(out, some ? new Map([...allIn(some), ...files]) : files, gone);
  const isSure = isStill();
  if (isSure) write();
  const state = {
    ...left(),
    // Mistakes are told again, whatever has changed.
    inputs: isSure && mistakes.length === 0 ? inputs.hash : "",
    basis: inputs.basis,
    manifest,
    content: settled(inputs.content, inputs.at),
  };
  const told = isSure ? files : unsure(files);
  writeState(cache, out, state, some ? linesWith(some.files, told) : linesOf(told, before?.files));
  return replaced;
}

interface Changes {
  readonly now: ReadonlyMap<string, KeptPrint>;
  readonly gone: readonly string[];
  /** How many files stand there now; null where not all were looked at, and so none is new and none gone. */
  readonly count: number | null;
}

/** @returns null where the manifest is to be written anew */
function amended(out: string, before: State, { now, gone, count }: Changes): string | null {
  const has = (file: string) => before.files.of(file) !== undefined;
  const fresh = [...now.keys()].filter((file) => !has(file)).length;
  // Else somebody else has removed some of them.
  const areAll = count === null || count === before.files.size + fresh - gone.length;
  if (!areAll || !gone.every(has)) return null;
  return amendManifest(out, before.manifest, { files: now, has, gone });
}

function* allIn({ files }: State): Iterable<readonly [file: string, print: KeptPrint]> {
  for (const [file] of files.looks()) {
    const print = files.of(file);
    if (print !== undefined) yield [file, print];
  }
}

/** Only their fingerprints are sure, which are of what was read. */
function unsure(files: ReadonlyMap<string, KeptPrint>): ReadonlyMap<string, KeptPrint> {
  return new Map(
    Array.from(files, ([file, { fingerprint, stamp }]) => [file, { fingerprint, stamp, made: "" }]),
  );
}

/** What was printed again with the bytes that were there. */
function printedAgain(
  printed: ReadonlyMap<string, KeptPrint>,
  unchanged: ReadonlyMap<string, Stats>,
): (readonly [file: string, print: KeptPrint])[] {
  return [...unchanged].flatMap(([file, { size, mtimeMs }]) => {
    const now = printed.get(file);
    return now === undefined
      ? []
      : [[file, { ...now, stamp: [size, mtimeMs, now.stamp[2]] }] as const];
  });
}
