import type { PlainPage } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { checkFields } from "./check-fields.ts";
import type { Document } from "./documents.ts";
import { refuseEmpty, textOfOnePart } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { map, optionalProse, text } from "./schema.ts";

const schema = map({ title: text(), description: optionalProse() });

/** A plain page such as the imprint; null when there are mistakes, which are reported. */
export function readPlainPage(document: Document, reading: Reading): PlainPage | null {
  const fields = checkFields(document, schema, reading.report);
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
