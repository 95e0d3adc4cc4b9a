import type { Assets } from "../../layouts/assets.ts";
import type { Magazine } from "../../magazine/model.ts";
import type { Mistake } from "../../magazine/read/mistakes.ts";
import type { Prints } from "./plan/fingerprint.ts";
import type { Inputs } from "./plan/inputs.ts";
import type { Plan } from "./plan/plan.ts";
import type { State, Summary } from "./plan/state.ts";
import type { PrintedSheet } from "./sheets.ts";

/** What is known before anything is read. */
export interface Known {
  /** The output folder, absolute. */
  readonly out: string;
  /** Where everything is kept between builds. */
  readonly cache: string;
  readonly before: State | null;
  readonly inputs: Inputs;
}

/** What is to be printed, and what of it is left for the next build. */
export interface Planned {
  readonly assets: Assets;
  readonly prints: Prints;
  readonly plan: Plan<PrintedSheet>;
  /** Those that pages name. */
  readonly mistakes: readonly Mistake[];
  /** The edition, and all files that are to stand there; null where only some pages were looked at. */
  readonly whole: { readonly edition: Magazine | null; readonly files: readonly string[] } | null;
  /** How many files of before were not looked at for this plan, and stay as they stand. */
  readonly untouched: number;
  /** Whether what was read is still what was looked at before: somebody may have been writing. */
  readonly isStill: () => boolean;
  /** What is to be known next time, of what is printed by then. */
  readonly left: () => Left;
  /** Keeps what was made of the content. */
  readonly write: () => void;
}

export type Left = Omit<Summary, "inputs" | "basis" | "content" | "manifest">;
