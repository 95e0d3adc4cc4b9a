import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseText } from "../../magazine/text/text.ts";
import { pictures } from "./editor-pictures.ts";

const languages = ["de", "en"] as const;
const read = (language: string) => readFileSync(`docs/editors.${language}.md`, "utf8");
const all = (page: string, pattern: RegExp) =>
  [...page.matchAll(pattern)].map(([, found = ""]) => found);

describe.each(languages)("docs/editors.%s.md", (language) => {
  const page = read(language);

  test("names commands that are there", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Record<string, string>;
    };
    const commands = all(page, /npm (?:run )?([\w:-]+)/gu).filter((name) => name !== "ci");
    expect(new Set(commands)).toEqual(new Set(["start", "new", "check"]));
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test("names folders, pages and pictures that are there", () => {
    const folders = all(page, /`(content\/[a-z/]+)`/gu);
    const files = all(page, /\]\(([\w./-]+\.(?:md|png))(?:#[\w-]+)?\)/gu);
    expect(folders.length).toBeGreaterThan(2);
    expect(files.length).toBeGreaterThan(5);
    // Of content/ only what every magazine has.
    expect(folders.filter((folder) => !existsSync(folder))).toEqual([]);
    expect(files.filter((file) => !existsSync(`docs/${file}`))).toEqual([]);
  });

  test("shows Markdown that has no mistake", () => {
    const examples = all(page, /```markdown\n(?:---\n.*?\n---\n)?(.*?)```/gsu);
    expect(examples.length).toBe(2);
    for (const example of examples) expect(parseText(example, "de").mistakes).toEqual([]);
  });
});

test("both languages say the same: sections, examples and pictures in one order", () => {
  const shape = (language: string) => {
    const page = read(language);
    return {
      sections: all(page, /^(#+) /gmu),
      pictures: all(page, /\(pictures\/([\w-]+)\.png\)/gu),
      examples: all(page, /```\w+\n(.*?)```/gsu),
      fields: all(page, /`([a-z]+):/gu),
    };
  };
  expect(shape("en")).toEqual(shape("de"));
});

test("the pictures are those that npm run editor-pictures takes, and small", () => {
  const files = readdirSync("docs/pictures").toSorted();
  expect(files).toEqual(pictures.map(({ name }) => `${name}.png`).toSorted());
  const large = files.filter((file) => statSync(`docs/pictures/${file}`).size > 100_000);
  expect(large).toEqual([]);
  expect(new Set(all(read("de"), /\(pictures\/([\w-]+)\.png\)/gu))).toEqual(
    new Set(pictures.map(({ name }) => name)),
  );
});
