import { written } from "../../magazine/dates.ts";
import { addressPattern } from "../../magazine/read/aliases.ts";
import { fieldsOf } from "../../magazine/read/described.ts";
import type { Field, FileKind } from "../../magazine/read/described.ts";
import { fieldWords } from "../../magazine/read/field-words/field-words.ts";
import { focusPattern } from "../../magazine/read/schema.ts";
import type { Kind } from "../../magazine/read/schema.ts";
import { slugPattern } from "../../magazine/read/slugs.ts";

/** What a text of a kind looks like, as far as a regular expression of JSON Schema (ECMA-262) can say it. */
export const patterns: Partial<Record<Kind, string>> = {
  line: String.raw`^.*\S.*$`,
  paragraph: String.raw`\S`,
  lines: String.raw`\S`,
  time: written.source,
  conversation: String.raw`^(?:open|closed|off|\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)$`,
  slug: slugPattern.source,
  column: slugPattern.source,
  author: slugPattern.source,
  origin: "^https?://[^/\\s]+$",
  link: "^(?:https?://|mailto:|/)",
  alias: addressPattern.source,
  email: String.raw`^[^\s@]+@[^\s@]+$`,
  zone: String.raw`\S`,
  focus: focusPattern.source,
  picture: String.raw`^[^\n]*\.(?:svg|jpe?g|png|webp|avif|gif|SVG|JPE?G|PNG|WEBP|AVIF|GIF)$`,
};

/**
 * The JSON Schema (draft 7, which the programs of editors read) of magazine.yaml, or of the front matter of a kind of file. What it refuses is a mistake; what
 * it takes may still be one, as a date that does not exist.
 */
export function jsonSchemaOf(kind: FileKind): object {
  const fields = fieldsOf(kind);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: kind === "magazine" ? "magazine.yaml" : `Front matter of ${kind}s`,
    ...mapOf(fields, kind),
    // The one thing that fields say of each other.
    ...(kind === "article" && { oneOf: [{ required: ["author"] }, { required: ["authors"] }] }),
  };
}

function mapOf(fields: readonly Field[], kind: FileKind): object {
  return {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, described(field, kind)])),
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

function described(field: Field, kind: FileKind): object {
  const words = (["de", "en"] as const).map((language) => fieldWords[language][kind][field.path]);
  const left = field.default === undefined ? {} : { default: valueOf(field, field.default) };
  return {
    title: words.map((each) => each?.[0]).join(" · "),
    description: words.map((each) => each?.[1]).join("\n\n"),
    ...bare(field, kind),
    ...left,
  };
}

function bare(field: Field, kind: FileKind): object {
  const { item, fields, choices, from, to } = field;
  if (field.kind === "flag") return { type: "boolean" };
  if (field.kind === "number") return { type: "integer", minimum: from, maximum: to };
  if (choices) return { enum: choices };
  if (fields) return mapOf(fields, kind);
  if (item) return { type: "array", items: bare(item, kind) };
  return { type: "string", pattern: patterns[field.kind] };
}

/** A default as YAML reads it. */
export function valueOf({ kind }: Field, written: string): string | number | boolean {
  if (kind === "flag") return written === "true";
  return kind === "number" ? Number(written) : written;
}
