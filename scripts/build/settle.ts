import type { Stats } from "node:fs";
import type { Magazine } from "../../magazine/model.ts";
import { isAsItWas } from "./plan/inputs.ts";
import type { Inputs } from "./plan/inputs.ts";
import { writeManifest } from "./plan/manifest.ts";
import type { KeptMemory } from "./plan/memory.ts";
import type { Related } from "./plan/related.ts";
import { forgetState, writeState } from "./plan/state.ts";
import type { KeptPrint, Printed, State } from "./plan/state.ts";
import { settled } from "./plan/stamps.ts";
import { replaceFolder } from "./replace.ts";
import type { Replaced } from "./replace.ts";

/** What was printed, and what is to stand beside it. */
interface Prints {
  /** The output folder, absolute. */
  readonly out: string;
  /** The folder that holds what was printed. */
  readonly fresh: string;
  /** Files of the output folder that stay. */
  readonly keep: ReadonlyMap<string, KeptPrint>;
  readonly printed: ReadonlyMap<string, Printed>;
}

/** What it was made from. */
interface Sources {
  readonly cache: string;
  readonly before: State | null;
  readonly content: string;
  readonly inputs: Inputs;
  readonly memory: KeptMemory;
  readonly edition: Magazine | null;
  readonly related: () => Related | undefined;
  readonly structure: string;
  /** The time of the edition. */
  readonly from: Date;
  /** Whether there is nothing that has to be told again, whatever has changed. */
  readonly isWell: boolean;
}

/**
 * Makes the output folder hold what was printed, and leaves for the next build what it has to know. One that is broken off on the way
 * leaves nothing, and the next one prints everything.
 *
 * @throws UsageError as `replaceFolder` does
 */
export function settle(
  { out, fresh, keep, printed }: Prints,
  { cache, before, content, inputs, memory, edition, related, from, structure, isWell }: Sources,
): Replaced {
  forgetState(cache, out);
  const replaced = replaceFolder(out, fresh, keep.keys());
  const files = standing(keep, printed, replaced.unchanged);
  writeManifest(out, files, replaced.removed);
  // What was read may be another than what was looked at, when somebody was writing.
  const isStill = isAsItWas(content, inputs.content);
  if (isStill) memory.write();
  const state = {
    inputs: isWell && isStill ? inputs.hash : "",
    from: from.getTime(),
    until: untilOf(edition),
    content: settled(inputs.content, inputs.at),
    structure,
    related: related(),
  };
  const kept = isStill ? files : unsure(files);
  writeState(cache, out, state, { files: kept, before: before?.files });
  return replaced;
}

/** Only their fingerprints are sure, which are of what was read. */
function unsure(files: ReadonlyMap<string, KeptPrint>): ReadonlyMap<string, KeptPrint> {
  return new Map(
    Array.from(files, ([file, { fingerprint, stamp }]) => [file, { fingerprint, stamp, made: "" }]),
  );
}

/** When the edition is another one, in milliseconds since 1970; null: never. */
function untilOf(edition: Magazine | null): number | null {
  return edition?.next ? Date.parse(edition.next.time) : null;
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
