/** The fields as plain data, for all that tells editors of them: docs, editors' programs, a CMS. Read out of the one schema. */
import * as v from "valibot";

import {
  articleSchema,
  authorSchema,
  columnSchema,
  magazineSchema,
  pageSchema,
} from "./content-schema.ts";
import type { Kind, Meaning } from "./schema.ts";

export interface Field {
  readonly name: string;
  /** From the top: `comments.service`; an entry of a list has that of the list. */
  readonly path: string;
  readonly kind: Kind;
  readonly isRequired: boolean;
  /** What counts where the field is left out, as one would write it. */
  readonly default?: string;
  readonly choices?: readonly string[];
  /** Of a number. */
  readonly from?: number;
  readonly to?: number;
  /** Of a list. */
  readonly item?: Field;
  /** Of a map. */
  readonly fields?: readonly Field[];
}

/** What a file of the content folder is. */
export type FileKind = "magazine" | "article" | "author" | "column" | "page";

/** What a field is called, and what it is for, with code between backticks; by its path. */
export type FieldWords = Readonly<
  Record<FileKind, Readonly<Record<string, readonly [label: string, says: string]>>>
>;

const schemas: Readonly<Record<FileKind, v.GenericSchema>> = {
  magazine: magazineSchema,
  // Neither language nor zone decides which fields there are.
  article: articleSchema({ language: "en", timeZone: "UTC" }),
  author: authorSchema,
  column: columnSchema,
  page: pageSchema,
};

/** The fields of a kind of file, in their order. */
export function fieldsOf(kind: FileKind): readonly Field[] {
  return fieldsIn(schemas[kind], "");
}

/** These fields and those inside them. */
export function withInner(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...withInner(field.fields ?? field.item?.fields ?? [])]);
}

/** What valibot's schemas of objects, lists, choices and optional fields carry. */
type Carried = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly options?: readonly string[];
  readonly wrapped?: v.GenericSchema;
  readonly default?: unknown;
};

function fieldsIn({ entries = {} }: Carried, above: string): readonly Field[] {
  return Object.entries(entries).map(([name, schema]) => fieldOf(name, above + name, schema));
}

function fieldOf(name: string, path: string, schema: Carried): Field {
  const { wrapped, default: left } = schema;
  if (wrapped !== undefined) {
    const inside = fieldOf(name, path, wrapped);
    return { ...inside, isRequired: false, ...(typeof left === "string" && { default: left }) };
  }
  const { entries, item, options } = schema;
  const { kind, from, to } = v.getMetadata(schema) as Partial<Meaning>;
  const found = kind ?? (entries ? "map" : item ? "list" : options ? "choice" : undefined);
  if (found === undefined) throw new Error(`the schema of ${path} does not say what it means`);
  return {
    name,
    path,
    kind: found,
    isRequired: true,
    ...(found === "choice" && { choices: options }),
    ...(found === "number" && { from, to }),
    ...(item && { item: fieldOf(name, path, item) }),
    ...(entries && { fields: fieldsIn(schema, `${path}.`) }),
  };
}
