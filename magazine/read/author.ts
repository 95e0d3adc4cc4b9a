import type { Author } from "../model.ts";
import { typeset } from "../text/typography.ts";
import { checkFields } from "./check-fields.ts";
import { authorSchema } from "./content-schema.ts";
import type { Document } from "./documents.ts";
import { imageIn, textOfOnePart } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { sortNameOf } from "./sort-name.ts";

/** An author and bio; null when there are mistakes, which are reported. */
export function readAuthor(document: Document, reading: Reading): Author | null {
  const fields = checkFields(document, authorSchema, reading.report);
  const portrait = imageIn(document, "portrait", reading);
  const bio = textOfOnePart(document, reading);
  if (fields === null) return null;
  const set = (words: string) => typeset(words, reading.language);
  const setIfGiven = (words?: string) => (words === undefined ? null : set(words));
  return {
    file: document.file,
    slug: document.slug,
    name: set(fields.name),
    sortName: set(fields.sortName ?? sortNameOf(fields.name)),
    tagline: setIfGiven(fields.tagline),
    role: setIfGiven(fields.role),
    badge: setIfGiven(fields.badge),
    links: fields.links.map(({ title, url }) => ({ title: set(title), url })),
    portrait: portrait && { ...portrait, focus: fields.portraitFocus ?? portrait.focus },
    columnist: fields.columnist,
    bio,
  };
}
