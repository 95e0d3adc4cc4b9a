import { resolve } from "node:path";
import { ContentMistakes } from "../../magazine/read/mistakes.ts";
import type { Mistake } from "../../magazine/read/mistakes.ts";
import { buildCache } from "./caches.ts";
import { refuseForeign } from "./output.ts";
import type { Code } from "./plan/code.ts";
import { inputsOf, isDone } from "./plan/inputs.ts";
import { readState } from "./plan/state.ts";
import type { State } from "./plan/state.ts";
import type { Progress } from "./progress.ts";
import { inTurn } from "./turn.ts";

export interface BuildOptions {
  /** The content folder. */
  readonly content: string;
  /** The output folder. */
  readonly out: string;
  /** Instead of the magazine's own address: scheme and host. */
  readonly url?: string;
  /** Instead of the comments service that magazine.yaml names: scheme and host. A magazine without comments stays without. */
  readonly service?: string;
  /** Decides which articles exist; the clock's time when it is left out. Written as in an article's date, or as an ISO 8601 instant. */
  readonly now?: string;
  /** Prints a page besides that shows what a text may hold. */
  readonly stylePage?: boolean;
  /** Prints what is right, and in place of what is not pages that name the mistakes: for a preview only. */
  readonly showMistakes?: boolean;
  /** Prints drafts, future and expired articles as well, each with a mark. */
  readonly preview: boolean;
  /** Draws no pictures, but writes what there is to draw into this file: whoever serves the pages draws those that are asked for. */
  readonly pictures?: string;
  /** Where everything is kept between builds; `.cache/kolumne` when it is left out. */
  readonly cache?: string;
  /** The code, where it was looked at already. */
  readonly code?: Code;
  /** Who is told how far it has come, of so many files that are to be printed. */
  readonly progress?: (all: number) => Promise<Progress>;
  /** Told where another build prints into the same folder, and this one waits until it has done so. */
  readonly waits?: () => void;
}

export interface Built {
  /** How many files were printed. */
  readonly printed: number;
  /** How many stand there as they would be printed, and were left alone. */
  readonly kept: number;
  /** How many of an earlier build are gone. */
  readonly deleted: number;
  /** Whether a magazine stood there without a list of what was printed, so that nothing could be deleted. */
  readonly isUnlisted: boolean;
  /** How many pictures were drawn; those of earlier builds are kept. */
  readonly drawn: number;
  /** Those that pages name instead of being printed; none but with `showMistakes`. */
  readonly mistakes: readonly Mistake[];
  /** A line for each printed page of an article that is over the budget. */
  readonly heavy: readonly string[];
  /** Why each file was printed; found out when it is asked for. */
  readonly why: ReadonlyMap<string, string>;
}

/**
 * Prints of the magazine what has changed since the last build. The output folder changes only when all went well: everything is printed
 * beside it first. What no build has printed is neither overwritten nor deleted.
 *
 * @throws ContentMistakes when the content has mistakes, unless pages are to show them
 * @throws UsageError when the output folder holds what would be in the way, or cannot be written
 */
export async function buildMagazine(options: BuildOptions): Promise<Built> {
  try {
    return await print(options);
  } catch (error) {
    if (!(error instanceof ContentMistakes)) throw error;
    const { tellMistakes, toldFrom } = await import("../../magazine/read/telling.ts");
    throw new ContentMistakes(error.mistakes, (mistakes) =>
      tellMistakes(toldFrom(options.content, mistakes)),
    );
  }
}

async function print(options: BuildOptions): Promise<Built> {
  const { content, cache = buildCache, waits } = options;
  const out = resolve(options.out);
  refuseForeign(out, resolve(content));
  return inTurn({ cache, out, waits }, () => printChanged(out, cache, options));
}

async function printChanged(out: string, cache: string, options: BuildOptions): Promise<Built> {
  const before = readState(cache, out);
  const inputs = inputsOf(options, before);
  if (before !== null && isDone(before, inputs, options)) return nothingDone(before);
  // Most of what a start takes, and not wanted where there is nothing to do.
  const { printChanges } = await import("./changes.ts");
  return printChanges(options, { out, cache, before, inputs });
}

function nothingDone({ files }: State): Built {
  const none = { printed: 0, deleted: 0, drawn: 0, isUnlisted: false };
  return { ...none, kept: files.size, mistakes: [], heavy: [], why: new Map() };
}
