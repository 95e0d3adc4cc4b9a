import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fieldsOf, withInner } from "../../magazine/read/described.ts";
import { fieldWords } from "../../magazine/read/field-words/field-words.ts";
import { schemaFiles } from "../../scripts/schema/files.ts";

const kinds = ["magazine", "article", "author", "column", "page"] as const;
const readText = (path: string) => readFileSync(path, "utf8");

test("what is written from the fields is what they are now; `npm run schema` writes it", () => {
  const files = schemaFiles(readText);
  expect(files.map(({ path }) => path)).toContain("docs/content.md");
  for (const { path, text } of files) expect(`${path}\n${text}`).toBe(`${path}\n${readText(path)}`);
});

test("docs/content.md has a table of each kind of file, with a row for each field", () => {
  const page = readText("docs/content.md");
  for (const kind of kinds) {
    const [, table = ""] = page.split(`<!-- fields: ${kind} -->`);
    const [rows = ""] = table.split("<!-- end of fields -->");
    const named = [...rows.matchAll(/^\| `([\w.]+)`/gmu)].map(([, name]) => name);
    expect(named).toEqual(withInner(fieldsOf(kind)).map(({ path }) => path));
  }
});

test.each(["de", "en"] as const)(
  "every field has its words in %s, and no other has any",
  (language) => {
    for (const kind of kinds) {
      const paths = withInner(fieldsOf(kind)).map(({ path }) => path);
      expect(Object.keys(fieldWords[language][kind])).toEqual(paths);
    }
  },
);
