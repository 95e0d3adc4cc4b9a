import type { PlainPage } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { checkFields } from "./check-fields.ts";
import { pageSchema } from "./content-schema.ts";
import type { Document } from "./documents.ts";
import { refuseEmpty, textOfOnePart } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** A plain page such as the imprint; null when there are mistakes, which are reported. */
export function readPlainPage(document: Document, reading: Reading): PlainPage | null {
  const fields = checkFields(document, pageSchema, reading.report);
  const body = textOfOnePart(document, reading);
  refuseEmpty(document, reading.report);
  if (fields === null) return null;
  const set = (words: string) => typeset(words, reading.language);
  return {
    file: document.file,
    slug: document.slug,
    title: set(fields.title),
    description: fields.description === undefined ? null : set(fields.description),
    text: body,
  };
}
