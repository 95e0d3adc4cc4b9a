import type { Stats } from "node:fs";
import { writeManifest } from "./plan/manifest.ts";
import { settled } from "./plan/stamps.ts";
import { forgetState, writeState } from "./plan/state.ts";
import type { KeptPrint, Printed } from "./plan/state.ts";
import type { Known, Planned } from "./planned.ts";
import { replaceFolder } from "./replace.ts";
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
  { mistakes, isStill, left, write }: Planned,
): Replaced {
  forgetState(cache, out);
  const replaced = replaceFolder(out, fresh, keep.keys());
  const files = standing(keep, printed, replaced.unchanged);
  writeManifest(out, files, replaced.removed);
  const isSure = isStill();
  if (isSure) write();
  const state = {
    ...left(),
    // Mistakes are told again, whatever has changed.
    inputs: isSure && mistakes.length === 0 ? inputs.hash : "",
    basis: inputs.basis,
    content: settled(inputs.content, inputs.at),
  };
  writeState(cache, out, state, {
    files: isSure ? files : unsure(files),
    before: before?.files,
  });
  return replaced;
}

/** Only their fingerprints are sure, which are of what was read. */
function unsure(files: ReadonlyMap<string, KeptPrint>): ReadonlyMap<string, KeptPrint> {
  return new Map(
    Array.from(files, ([file, { fingerprint, stamp }]) => [file, { fingerprint, stamp, made: "" }]),
  );
}

/** What stands in the output folder: what was kept, what was printed, and what was printed again with the bytes that were there. */
function standing(
  keep: ReadonlyMap<string, KeptPrint>,
  printed: ReadonlyMap<string, KeptPrint>,
  unchanged: ReadonlyMap<string, Stats>,
): ReadonlyMap<string, KeptPrint> {
  const again = [...unchanged].flatMap(([file, { size, mtimeMs }]): [string, KeptPrint][] => {
    const now = printed.get(file);
    return now === undefined ? [] : [[file, { ...now, stamp: [size, mtimeMs, now.stamp[2]] }]];
  });
  return new Map([...keep, ...printed, ...again]);
}
