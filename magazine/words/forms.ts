import type { Language } from "../model.ts";
import { de } from "./forms-de.ts";
import { en } from "./forms-en.ts";

/** Something that a text may hold, by an example. */
export interface Form {
  readonly title: string;
  /** As an editor writes it. */
  readonly markdown: string;
  /** The file of the picture in it. */
  readonly picture?: string;
}

/** All that a text may hold, for the style page; docs/content.md shows the same. */
export const forms: Readonly<Record<Language, readonly Form[]>> = { de, en };
