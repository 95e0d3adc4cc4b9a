/** Where a run keeps what it is about, and what came of it. */
export const folder = ".kolumne/mutation";
export const planned = `${folder}/plan.json`;
/** A line of JSON for each mutant that was tried, the newest last. */
export const results = `${folder}/results.ndjson`;

/** A small change to the code of a file. */
export interface Mutant {
  /** By which it is switched on. */
  readonly id: string;
  readonly file: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Stryker's name of the kind, as `ConditionalExpression`. */
  readonly kind: string;
  /** The code that stands there, and the one that stands there instead. */
  readonly before: string;
  readonly after: string;
}

/** What a run tries. */
export interface Plan {
  /** The files with mutants in them. */
  readonly files: readonly string[];
  /** The files of tests that are asked. */
  readonly tests: readonly string[];
  /** What is tried, in this order. */
  readonly mutants: readonly Mutant[];
}

/**
 * What came of a mutant. No test comes by one that was `passed by`; one that is `static` is come by only while the code is loaded, where no
 * switch reaches it.
 */
export interface Result extends Mutant {
  readonly state: "noticed" | "survived" | "passed by" | "static";
  /** The test that noticed. */
  readonly by?: string;
}
