import { expect, test } from "vitest";
import { addressOf, withMistaken } from "../../../magazine/pages/mistaken.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { readSite } from "../../read-site.ts";
import { sample } from "../../site.ts";

const { magazine } = await readSite(sample);
const pages = pagesOf(magazine);

const mistake = (file: string) => ({
  file,
  line: 1,
  column: 1,
  what: "wrong",
  expected: "right",
  excerpt: null,
});
const unread = (file: string, more = {}) => {
  const [folder = "", name = ""] = file.split("/");
  return {
    folder: folder as "articles",
    file,
    slug: name.replace(".md", ""),
    column: null,
    needs: [],
    ...more,
  };
};

/** Which addresses say what is wrong, and with which files. */
function mistakenOf(
  files: readonly string[],
  lost: readonly ReturnType<typeof unread>[],
  of = pages,
) {
  const all = withMistaken(of, { language: "de", mistakes: files.map(mistake), unread: lost });
  return {
    count: all.length,
    shown: all.flatMap(({ path, source, view }) =>
      "mistakes" in view
        ? [[path, source, ...view.mistakes.map(({ file }) => file)].join(" ")]
        : [],
    ),
  };
}

test("where a file that could not be read would stand", () => {
  const at = (file: string, more = {}) => addressOf(unread(file, more), "de");
  expect(at("authors/anna.md")).toBe("/autoren/anna/");
  expect(at("columns/alltag.md")).toBe("/alltag/");
  expect(at("pages/impressum.md")).toBe("/impressum/");
  expect(at("articles/text.md", { column: "alltag" })).toBe("/alltag/text/");
  expect(at("articles/text.md")).toBeNull();
  for (const column of ["All tag", "alltäg", "a/b", ""])
    expect(at("articles/text.md", { column })).toBeNull();
});

test("without mistakes all pages are as they are", () => {
  expect(withMistaken(pages, { language: "de", mistakes: [], unread: [] })).toEqual(pages);
});

test("the pages of a file with mistakes name them, all parts, and no others", () => {
  const file = "articles/achtzig-prozent.md";
  const base = "/vertrieb/achtzig-prozent/";
  expect(mistakenOf([file], [])).toEqual({
    count: pages.length,
    shown: [base, `${base}2/`, `${base}alles/`].map((path) => `${path} ${file} ${file}`),
  });
});

test("a file that could not be read has a page for its own mistakes, else for those of what it needs", () => {
  const own = "articles/neu.md";
  expect(mistakenOf([own], [unread(own, { column: "alltag" })])).toEqual({
    count: pages.length + 1,
    shown: [`/alltag/neu/ ${own} ${own}`],
  });
  const needs = ["columns/alltag.md", "authors/anna.md"];
  const needing = unread(own, { column: "alltag", needs });
  const { shown } = mistakenOf(["authors/anna.md"], [needing, unread("authors/anna.md")]);
  expect(shown).toEqual([
    "/alltag/neu/ authors/anna.md authors/anna.md",
    "/autoren/anna/ authors/anna.md authors/anna.md",
  ]);
  expect(mistakenOf([own], [{ ...needing, file: own }]).shown).toEqual([
    `/alltag/neu/ ${own} ${own}`,
  ]);
});

test("what has no address, or one that is taken, and what is wrong elsewhere, is said on the home page", () => {
  expect(mistakenOf(["articles/neu.md"], [unread("articles/neu.md")])).toEqual({
    count: pages.length,
    shown: ["/ articles/neu.md articles/neu.md"],
  });
  const taken = unread("articles/kekse.md", { column: "vertrieb", file: "articles/2020/kekse.md" });
  expect(mistakenOf(["articles/2020/kekse.md"], [taken]).shown).toEqual([
    "/ articles/2020/kekse.md articles/2020/kekse.md",
  ]);
  expect(mistakenOf(["authors/b.md", "authors/a.md", "authors/b.md"], []).shown).toEqual([
    "/ authors/b.md authors/b.md authors/b.md authors/a.md",
  ]);
});

test("without any page it is said at every address", () => {
  expect(mistakenOf(["magazine.yaml"], [], []).shown).toEqual([
    "/ magazine.yaml magazine.yaml",
    "/404.html magazine.yaml magazine.yaml",
  ]);
});
