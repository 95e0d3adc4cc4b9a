import type { Column } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { aliasesIn } from "./aliases.ts";
import { checkFields } from "./check-fields.ts";
import { columnSchema } from "./content-schema.ts";
import type { Document } from "./documents.ts";
import type { Reading } from "./reading.ts";

/** A column; null when there are mistakes, which are reported. */
export function readColumn(document: Document, { language, report }: Reading): Column | null {
  const fields = checkFields(document, columnSchema, report);
  if (document.body.trim() !== "") {
    report({
      file: document.file,
      line:
        document.bodyLine +
        document.body.slice(0, document.body.search(/\S/)).split("\n").length -
        1,
      column: 1,
      what: "a text that nobody would see",
      expected: "the column's words in its description, and nothing after the front matter",
    });
  }
  if (fields === null) return null;
  return {
    file: document.file,
    slug: document.slug,
    name: typeset(fields.name, language),
    description: typeset(fields.description, language),
    aliases: aliasesIn(document, fields.aliases),
  };
}
