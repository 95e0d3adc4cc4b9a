import { fieldsOf, withInner } from "../../magazine/read/described.ts";
import type { Field, FileKind } from "../../magazine/read/described.ts";
import { fieldWords } from "../../magazine/read/field-words/field-words.ts";

/** What stands between `<!-- fields: article -->` and `<!-- end of fields -->` of a page of docs. */
const place = /(<!-- fields: (\w+) -->\n).*?(\n<!-- end of fields -->)/gs;

/** The page with its tables of fields as they are now. */
export function withTables(page: string): string {
  return page.replaceAll(
    place,
    (_, begin: string, kind: FileKind, end: string) => `${begin}\n${tableOf(kind)}\n${end}`,
  );
}

function tableOf(kind: FileKind): string {
  const rows = withInner(fieldsOf(kind)).map((field) => [
    `\`${field.path}\``,
    saysOf(field, fieldWords.en[kind][field.path]?.[1] ?? ""),
  ]);
  const widths = [0, 1].map((column) =>
    Math.max("field".length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = " ") =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(" | ")} |`;
  return [line(["field", ""]), line(["", ""], "-"), ...rows.map((row) => line(row))].join("\n");
}

function saysOf(
  { kind, isRequired, item, choices, from, to, default: left }: Field,
  words: string,
) {
  const named = (item?.choices ?? choices ?? []).map((choice) => `\`${choice}\``).join(", ");
  return [
    isRequired && "**Required.**",
    kind === "list" && (named === "" ? "A list." : `A list of ${named}.`),
    words,
    kind === "choice" && `One of ${named}.`,
    kind === "number" && `From ${from} to ${to}.`,
    left !== undefined && `Left out: \`${left}\`.`,
  ]
    .filter((part) => part !== false)
    .join(" ");
}
