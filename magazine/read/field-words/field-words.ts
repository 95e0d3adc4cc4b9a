import type { Language } from "../../model.ts";
import type { FieldWords } from "../described.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** The words of all fields, in the languages of editors. */
export const fieldWords: Readonly<Record<Language, FieldWords>> = { de, en };
