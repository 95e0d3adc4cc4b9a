import { expect, test } from "vitest";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { article, fixture, magazineWith } from "./broken.ts";

const small = readMagazine(fixture);

test("articles are ordered newest first, and of the same time by id", () => {
  expect(small.articles.map(({ id }) => id)).toEqual([
    "zukunft",
    "entwurf",
    "der-stille-tag",
    "der-letzte-prospekt",
    "drei-fragen",
    "zwei-abteilungen",
    "sommeraktion",
  ]);
  const same = magazineWith({
    "articles/b.md": article({ date: "2100-01-01 09:00" }),
    "articles/c.md": article({ date: "2100-01-01 09:00" }),
    "articles/a.md": article({ date: "2100-01-01 09:00" }),
  });
  expect(same.articles.slice(0, 4).map(({ id }) => id)).toEqual(["a", "b", "c", "zukunft"]);
});

test("authors are ordered by surname, as the language orders letters", () => {
  expect(small.authors.map(({ sortName }) => sortName)).toEqual([
    "Lützow, Clemens von",
    "Östreich, Anna",
    "Zander, Bert",
  ]);
  const overridden = magazineWith({
    "authors/bert-zander.md": "---\nname: Bert Zander\nsortName: Bert\n---\n",
  });
  expect(overridden.authors.map(({ name }) => name)).toEqual([
    "Bert Zander",
    "Clemens von Lützow",
    "Anna Östreich",
  ]);
  // In a folder a name with a hyphen stands before one that ends there.
  const namesakes = magazineWith({ "authors/bert-zander-1.md": "---\nname: Bert Zander\n---\n" });
  expect(namesakes.authors.map(({ slug }) => slug).slice(2)).toEqual([
    "bert-zander",
    "bert-zander-1",
  ]);
});

test("columns are ordered by name, pages by file name", () => {
  expect(small.columns.map(({ name }) => name)).toEqual(["Alltag", "Marken und Märkte"]);
  expect(small.pages.map(({ slug }) => slug)).toEqual([
    "datenschutz",
    "impressum",
    "kommentarregeln",
  ]);
  const { columns, pages } = magazineWith({
    "columns/alltag.md": "---\nname: Zeichen\ndescription: Was wir sehen\n---\n",
    "columns/a.md": "---\nname: Öl\ndescription: Was brennt\n---\n",
    // In a folder a name with a hyphen stands before one that ends there.
    "columns/marken-1.md": "---\nname: Marken und Märkte\ndescription: Noch einmal\n---\n",
    "pages/impressum-1.md": "---\ntitle: Früher\n---\n\nEin Satz.\n",
  });
  expect(columns.map(({ slug }) => slug)).toEqual(["marken", "marken-1", "a", "alltag"]);
  expect(pages.map(({ slug }) => slug)).toEqual([
    "datenschutz",
    "impressum",
    "impressum-1",
    "kommentarregeln",
  ]);
});
