import type { FileKind } from "../../magazine/read/described.ts";
import { jsonSchemaOf } from "./json-schema.ts";
import { snippets } from "./snippets.ts";
import { withTables } from "./tables.ts";

const kinds: readonly FileKind[] = ["magazine", "article", "author", "column", "page"];

/** What is written from the fields, by its path from the root. `read` gives what stands there now. */
export function schemaFiles(
  read: (path: string) => string,
): readonly { readonly path: string; readonly text: string }[] {
  return [
    ...kinds.map((kind) => ({
      path: `docs/schemas/${kind}.json`,
      text: json(jsonSchemaOf(kind)),
    })),
    { path: ".vscode/kolumne.code-snippets", text: json(snippets()) },
    { path: "docs/content.md", text: withTables(read("docs/content.md")) },
  ];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
