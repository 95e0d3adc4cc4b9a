import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fieldsOf } from "../../../magazine/read/described.ts";
import type { FileKind } from "../../../magazine/read/described.ts";
import { jsonSchemaOf } from "../../../scripts/schema/json-schema.ts";
import { snippets } from "../../../scripts/schema/snippets.ts";
import { article, linesWith } from "../../magazine/read/broken.ts";
import { sample } from "../../site.ts";

const kinds = ["magazine", "article", "author", "column", "page"] as const;
const readText = (path: string) => readFileSync(path, "utf8");

/** The fields of a file as a program of an editor reads them. */
function fieldsIn(path: string): unknown {
  const text = readText(path);
  return parse(path.endsWith(".yaml") ? text : (text.split(/^---$/mu)[1] ?? ""));
}

const ajv = new Ajv({ allErrors: true });
const check = Object.fromEntries(
  kinds.map((kind) => [kind, ajv.compile(jsonSchemaOf(kind))]),
) as Record<FileKind, ReturnType<typeof ajv.compile>>;

/** What the schema of a kind of file says against a value; null where it says nothing. */
function errorsOf(kind: FileKind, value: unknown) {
  return check[kind](value) === true ? null : check[kind].errors;
}

describe("the JSON Schemas", () => {
  test.each([sample, "test/fixtures/magazine"])("take every file of %s", (folder) => {
    const files: [FileKind, string][] = [["magazine", join(folder, "magazine.yaml")]];
    for (const kind of ["article", "author", "column", "page"] as const)
      for (const file of globSync(join(folder, `${kind}s/**/*.md`))) files.push([kind, file]);
    expect(files.length).toBeGreaterThan(10);
    for (const [kind, file] of files) {
      expect({ file, errors: errorsOf(kind, fieldsIn(file)) }).toEqual({ file, errors: null });
    }
  });

  /** Changes of a small article, each of which the reading refuses. */
  const broken: [name: string, changes: Record<string, string | null>][] = [
    ["a field that is missing", { title: null }],
    ["a field that nobody knows", { titel: "x" }],
    ["a title of nothing", { title: '" "' }],
    ["a day before the month", { date: "19.10.2012" }],
    ["an author who is named by name", { author: "Bert Zander" }],
    ["authors beside an author", { authors: "[bert-zander]" }],
    ["neither of them", { author: null }],
    ["comments of another word", { comments: "maybe" }],
    ["a draft of another word", { draft: "perhaps" }],
    ["a former address without a slash", { aliases: "[alt]" }],
    ["a correction without a text", { corrections: "[{ date: 2012-12-02 }]" }],
    ["an id with capitals", { id: "Probe" }],
    ["topics that are a text", { topics: "Büro" }],
    ["a picture of another kind", { image: "x.docx", imageAlt: "x" }],
  ];
  test.each(broken)("refuse what the reading refuses: %s", (_, changes) => {
    const source = article(changes);
    expect(linesWith({ "articles/probe.md": source })).not.toEqual([]);
    expect(check.article(parse(source.split(/^---$/mu)[1] ?? ""))).toBe(false);
  });

  test("say of magazine.yaml what is missing, and what has no place", () => {
    const fields = { ...(fieldsIn(join(sample, "magazine.yaml")) as object) };
    expect(check.magazine({ ...fields, perpage: 5 })).toBe(false);
    expect(check.magazine({ ...fields, perPage: 0 })).toBe(false);
    expect(check.magazine({ ...fields, url: "https://a.example/" })).toBe(false);
    expect(check.magazine({ ...fields, publisher: { name: "x" } })).toBe(false);
    expect(check.magazine({ ...fields, share: ["facebok"] })).toBe(false);
  });
});

describe("the snippets", () => {
  /** What stands in the file when nothing is typed over it. */
  const asTyped = (body: readonly string[]) =>
    body
      .join("\n")
      .replaceAll(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/gu, "2012-12-01")
      .replaceAll("${TM_FILENAME_BASE}", "probe")
      .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/gu, "$1")
      .replaceAll(/\$\{\d+:([^}]*)\}|\$0/gu, "$1");

  test.each(["article", "author", "column", "page"] as const)("begin a new file: %s", (kind) => {
    const [, fields = ""] = asTyped(snippets()[kind]?.body ?? []).split(/^---$/mu);
    expect(errorsOf(kind, parse(fields))).toBe(null);
  });

  test.each(["article", "author", "column", "page"] as const)("add each field: %s", (kind) => {
    const [, needed = ""] = asTyped(snippets()[kind]?.body ?? []).split(/^---$/mu);
    for (const { name } of fieldsOf(kind).filter((field) => !field.isRequired)) {
      const without = needed.replace(
        name === "authors" ? /^author: .*\n/mu : `\n${name}: ${name}`,
        "",
      );
      const more = asTyped(snippets()[`${name} (${kind})`]?.body ?? []);
      const errors = errorsOf(kind, parse(`${without}${more}`));
      expect({ name, errors }).toEqual({ name, errors: null });
    }
  });
});

test("Visual Studio Code is told where the schema of magazine.yaml stands", () => {
  const settings = JSON.parse(readText(".vscode/settings.json")) as Record<string, object>;
  expect(settings["yaml.schemas"]).toEqual({
    "./docs/schemas/magazine.json": "content/magazine.yaml",
  });
  expect(existsSync("docs/schemas/magazine.json")).toBe(true);
});
