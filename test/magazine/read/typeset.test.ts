import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { temporaryFolder } from "../../scripts/run.ts";

test("titles, standfirsts and descriptions get the language's typography, as texts do", () => {
  const folder = temporaryFolder();
  cpSync("test/fixtures/magazine", folder, { recursive: true });
  const change = (file: string, from: RegExp, to: string) => {
    const path = join(folder, file);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  };
  change(
    "articles/der-letzte-prospekt.md",
    /^title: .*$/m,
    "title: '\"Wie geht''s?\" -- Dr. Berg'",
  );
  change("articles/der-letzte-prospekt.md", /^standfirst: .*\n/m, "");
  change(
    "articles/der-letzte-prospekt.md",
    /^(title: .*)$/m,
    "$1\nstandfirst: Von 10 bis 20 € ... 2010\\-2012",
  );
  change("columns/marken.md", /^description: .*$/m, 'description: Was "neu" heißt');
  const { articles, columns } = readMagazine(folder);
  const article = articles.find(({ slug }) => slug === "der-letzte-prospekt");
  expect(article?.title).toBe("„Wie geht’s?“ – Dr.\u00A0Berg");
  expect(article?.standfirst).toBe("Von 10 bis 20\u00A0€ … 2010-2012");
  expect(columns.find(({ slug }) => slug === "marken")?.description).toBe("Was „neu“ heißt");
});

test("the names of authors and of their links get the rules of titles", () => {
  const folder = temporaryFolder();
  cpSync("test/fixtures/magazine", folder, { recursive: true });
  const front = `name: Tom O'Hara\nlinks:\n  - { title: Tom's "Blog", url: https://example.org/ }`;
  writeFileSync(join(folder, "authors/tom-ohara.md"), `---\n${front}\n---\nSchreibt.\n`);
  const author = readMagazine(folder).authors.find(({ slug }) => slug === "tom-ohara");
  expect(author?.name).toBe("Tom O’Hara");
  expect(author?.sortName).toBe("O’Hara, Tom");
  expect(author?.links[0]?.title).toBe("Tom’s „Blog“");
});
