import type { Token } from "markdown-it";
import type { Language } from "../model.ts";
import type { Note } from "./footnotes.ts";

/** A text taken apart once, for all its views. */
export interface Parsed {
  readonly language: Language;
  readonly parts: readonly (readonly Token[])[];
  readonly notes: readonly Note[];
  /** The id of each heading with the part it stands in, from 1. */
  readonly headings: ReadonlyMap<string, number>;
}
