import type { Counted } from "../../domain/year-figures.ts";

/** What is counted for the year in numbers. */
export interface Numbers {
  /** Counts what happened from one time on, and before another. */
  numbers(from: number, until: number): Promise<Counted>;
  /** When the first comment was written; null before. */
  firstComment(): Promise<number | null>;
}
