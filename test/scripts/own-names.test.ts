import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownNames } from "../../scripts/build/own-names.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** What the compiler knows of the browser's and the language's own names. */
const known = [
  "typescript/package.json",
  `@typescript/typescript-${process.platform}-${process.arch}/package.json`,
]
  .map((name) => join(root, "node_modules", name, "../lib"))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^lib\.(?:dom|es).*\.d\.ts$/u.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  )
  .join("\n");

test("a name that the bundle shortens is of the widget, and neither of the browser nor of the wire", () => {
  const isProperty = (source: string, name: string) =>
    new RegExp(String.raw`^\s*(?:readonly |get |set )*${name}\??[:(<]`, "mu").test(source);
  expect(isProperty(known, "textContent")).toBe(true);
  expect(ownNames.filter((name) => isProperty(known, name))).toEqual([]);
  const wire = ["answers", "requests"].map((file) => read(`comments-service/wire/${file}.ts`));
  expect(isProperty(wire.join("\n"), "publishedAt")).toBe(true);
  expect(ownNames.filter((name) => isProperty(wire.join("\n"), name))).toEqual([]);
  const widget = readdirSync(join(root, "comments-service/widget"), { recursive: true })
    .filter((name) => String(name).endsWith(".ts"))
    .map((name) => read(`comments-service/widget/${String(name)}`))
    .concat(read("comments-service/domain/text-blocks.ts"))
    .join("\n");
  expect(ownNames.filter((name) => !new RegExp(String.raw`\b${name}\b`, "u").test(widget))).toEqual(
    [],
  );
  const isExported = (name: string) =>
    new RegExp(String.raw`^export .*(?:function|const|class) ${name}\b`, "mu").test(widget);
  expect(isExported("reportForm")).toBe(true);
  expect(ownNames.filter(isExported)).toEqual([]);
  expect(new Set(ownNames).size).toBe(ownNames.length);
});
