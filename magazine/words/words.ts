import type { Language } from "../model.ts";
import { de } from "./de.ts";
import type { Words } from "./de.ts";
import { en } from "./en.ts";

export type { Words };

/** The words of the interface, by the magazine's language. */
export const words: Readonly<Record<Language, Words>> = { de, en };
