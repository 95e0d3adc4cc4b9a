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
  readonly keep: ReadonlyMap<string, Printed>;
  readonly printed: ReadonlyMap<string, Printed>;
}

/** What it was made from. */
interface Sources {
  readonly cache: string;
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
  { cache, content, inputs, memory, edition, related, from, structure, isWell }: Sources,
): Replaced {
  forgetState(cache, out);
  const replaced = replaceFolder(out, fresh, keep.keys());
  const files = standing(keep, printed, replaced.unchanged);
  writeManifest(out, files, replaced.removed);
  // What was read may be another than what was looked at, when somebody was writing.
  const isStill = isAsItWas(content, inputs.content);
  if (isStill) memory.write();
  writeState(cache, out, {
    inputs: isWell && isStill ? inputs.hash : "",
    from: from.getTime(),
    until: untilOf(edition),
    content: settled(inputs.content, inputs.at),
    structure,
    related: related(),
    files: keptOf(files, isStill),
  });
  return replaced;
}

/** @param isSure else only the fingerprints are, which are of what was read */
function keptOf(files: ReadonlyMap<string, Printed>, isSure: boolean): State["files"] {
  const kept: Record<string, KeptPrint> = {};
  for (const [file, [fingerprint, stamp, , made]] of files)
    kept[file] = [fingerprint, stamp, isSure ? made : ""];
  return kept;
}

/** When the edition is another one, in milliseconds since 1970; null: never. */
function untilOf(edition: Magazine | null): number | null {
  return edition?.next ? Date.parse(edition.next.time) : null;
}

/** What stands in the output folder: what was kept, what was printed, and what was printed again with the bytes that were there. */
function standing(
  keep: ReadonlyMap<string, Printed>,
  printed: ReadonlyMap<string, Printed>,
  unchanged: ReadonlyMap<string, Stats>,
): ReadonlyMap<string, Printed> {
  const again = [...unchanged].flatMap(([file, { size, mtimeMs }]): [string, Printed][] => {
    const now = printed.get(file);
    return now === undefined ? [] : [[file, [now[0], [size, mtimeMs, now[1][2]], now[2], now[3]]]];
  });
  return new Map([...keep, ...printed, ...again]);
}
