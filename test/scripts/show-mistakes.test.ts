import { expect, test } from "vitest";
import { compose } from "../../scripts/build/composed.ts";
import { withChanges } from "../magazine/read/broken.ts";
import type { Changes } from "../magazine/read/broken.ts";

/** The pages of a preview that name mistakes, each with what they are, and how many others there are. */
function preview(changes: Changes) {
  return withChanges(changes, (content) => {
    const options = { content, out: "", preview: true, showMistakes: true } as const;
    const { pages, mistakes } = compose(options);
    const named = pages.flatMap(({ path, layout, view }) =>
      layout === "mistakes" ? [[path, view.mistakes.map(({ what }) => what)] as const] : [],
    );
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    return { named: Object.fromEntries(named), paths, mistakes };
  });
}

const good = (path: string) => preview({}).paths.filter((one) => one.startsWith(path));

test("content without mistakes is printed as it is", () => {
  const { named, mistakes } = preview({});
  expect({ named, mistakes }).toEqual({ named: {}, mistakes: [] });
});

test("an article that cannot be read has a page with its mistakes, and all others are as before", () => {
  const { named, paths } = preview({
    "articles/stiller-tag.md": (source) => source.replace(/^title:/mu, "titel:"),
    "articles/der-letzte-prospekt.md": (source) => `${source}\nNoch <b>einer.\n`,
  });
  expect(named).toEqual({
    "/alltag/stiller-tag/": ["title fehlt", "„titel“ ist hier kein Feld"],
    "/marken/der-letzte-prospekt/": ["das HTML „<b>“"],
  });
  for (const path of ["/alltag/zwei-abteilungen/", "/autoren/", "/marken/"])
    expect(paths.filter((one) => one.startsWith(path)).length).toBeGreaterThan(0);
  expect(paths).toContain("/threads.json");
});

test("a dead link stands on every page of its article; a link to an article with mistakes is none", () => {
  const { named } = preview({
    "articles/2012/zwei-abteilungen.md": (source) =>
      `${source}\n[da](/alltag/stiller-tag/) und [fort](/gibt/es/nicht/)\n`,
    "articles/stiller-tag.md": (source) => source.replace(/^title:.*$/mu, 'title: ""'),
  });
  const dead = ["ein Link auf „/gibt/es/nicht/“, und das ist keine Seite des Magazins"];
  const pages = good("/alltag/zwei-abteilungen/").filter((path) => path.endsWith("/"));
  expect(pages.length).toBeGreaterThan(1);
  expect(named).toEqual({
    ...Object.fromEntries(pages.map((path) => [path, dead])),
    "/alltag/stiller-tag/": ["title ist leer"],
  });
});

test("what needs a file with mistakes names that file's", () => {
  const { named } = preview({ "columns/marken.md": "---\nname: Marken\n---\n" });
  expect(named["/marken/"]).toEqual(["description fehlt"]);
  expect(named["/marken/der-letzte-prospekt/"]).toEqual(["description fehlt"]);
});

test("of two files with one address the first is printed, and the other's mistake stands at home", () => {
  const { named, paths } = preview({ "pages/marken.md": "---\ntitle: Marken\n---\n\nText.\n" });
  expect(named).toEqual({ "/": ["die Adresse /marken/ ist schon vergeben: columns/marken.md"] });
  expect(paths).toContain("/marken/");
});

test("a former address that is taken is told at its article", () => {
  const { named } = preview({
    "articles/stiller-tag.md": (source) => source.replace("\n---", "\naliases: [/marken/]\n---"),
  });
  expect(Object.keys(named)).toEqual(["/alltag/stiller-tag/"]);
});

test("what has no address of its own stands in the place of the home page", () => {
  const { named, paths } = preview({ "artikel/fremd.md": "---\ntitle: x\n---\n" });
  expect(named).toEqual({ "/": ["von hier wird nichts gelesen"] });
  expect(paths).toContain("/alltag/");
});

test("with mistakes in magazine.yaml there is nothing else than they", () => {
  const { named, paths } = preview({
    "magazine.yaml": (source) => source.replace("language: de", "language: dee"),
  });
  expect(named).toEqual({ "/": ["language ist „dee“"], "/404.html": ["language ist „dee“"] });
  expect(paths).toEqual(["/", "/404.html"]);
});
