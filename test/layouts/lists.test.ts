import { beforeAll, expect, test } from "vitest";
import { home } from "../../layouts/home.ts";
import type { HomeView, Teaser } from "../../magazine/pages/views.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";
import { wordsOf } from "./seen.ts";

let site: Site;
let front: HomeView;
beforeAll(async () => {
  site = await printSite(sample);
  const page = site.pages.find(({ path }) => path === "/");
  if (page?.layout !== "home") throw new Error("the sample has a home page");
  front = page.view;
});

/** The headings of some HTML, each with its level and where it leads. */
function headingsOf(html: string): (string | undefined)[][] {
  return [...html.matchAll(/<h(\d)[^>]*>(?:<a href="([^"]*)">)?([^<]*)/gu)].map(
    ([, level, href, words]) => [level, href, words],
  );
}

const one = (title: string): Teaser => ({
  title,
  href: `/marken/${title}/`,
  column: { title: "Marken", href: "/marken/" },
  standfirst: null,
  authors: [],
  date: "2026-06-16T13:10:00+02:00",
  image: null,
  mark: null,
  thread: title,
});

test("the home page shows each article under what it is: the newest, recommended, new, and those of each column under its name", () => {
  const strip = (column: string, title: string) => ({
    column: { title: column, href: `/${column}/` },
    description: `Über ${column}.`,
    articles: [one(title)],
  });
  const main = home({
    ...front,
    lead: one("a"),
    featured: [one("b"), one("c")],
    articles: [one("d")],
    strips: [strip("Alltag", "e"), strip("Vertrieb", "f")],
  }).main.toString();
  expect(headingsOf(main)).toEqual([
    ["1", undefined, "Die Spalte"],
    ["2", "/marken/a/", "a"],
    ["2", undefined, "Redaktion empfiehlt"],
    ["3", "/marken/b/", "b"],
    ["3", "/marken/c/", "c"],
    ["2", undefined, "Neue Artikel"],
    ["3", "/marken/d/", "d"],
    ["2", "/Alltag/", "Alltag"],
    ["3", "/marken/e/", "e"],
    ["2", "/Vertrieb/", "Vertrieb"],
    ["3", "/marken/f/", "f"],
  ]);
  expect(main).toContain('<a href="/Alltag/">Alles aus Alltag');
  expect(wordsOf(main)).toContain("Über Vertrieb.");
});

test("where nothing is recommended or left, the home page has no heading for it, and without any article it says so", () => {
  const bare = { ...front, featured: [], articles: [], strips: [], turner: null };
  const main = (view: HomeView) => home(view).main.toString();
  expect(headingsOf(main({ ...bare, lead: one("a") })).map(([, , words]) => words)).toEqual([
    "Die Spalte",
    "a",
  ]);
  expect(wordsOf(main({ ...bare, lead: null }))).toBe(
    "Die Spalte Hier steht noch nichts. Der erste Artikel kommt bestimmt.",
  );
});

test("no article stands twice on the home page of the sample, and structured data names them in their order", () => {
  const html = site.printed.get("/") ?? "";
  const titles = [...html.matchAll(/<h[23] dir="auto"><a href="([^"]+)"/gu)].map(([, to]) => to);
  expect(titles.length).toBeGreaterThan(10);
  expect(new Set(titles).size).toBe(titles.length);
  const [, listed = ""] = /"itemListElement":(\[.*?\])/su.exec(html) ?? [];
  const urls = (JSON.parse(listed) as { url: string }[]).map(({ url }) => url);
  const { lead, featured, articles } = front;
  expect(featured.length).toBe(3);
  expect(urls).toEqual(
    [lead ?? [], featured, articles].flat().map(({ href }) => site.magazine.url + href),
  );
});

test("a list leads to the comments of an article that has a thread, and not of one that has none", () => {
  const main = (thread: string | null) =>
    home({ ...front, lead: { ...one("a"), thread } }).main.toString();
  const link = '<a href="/marken/a/#kommentare" data-thread="a">Kommentare</a>';
  expect(main("a")).toContain(link);
  expect(main(null)).not.toContain("/marken/a/#kommentare");
});

test("every page with the shell says what it is about, also where nobody has written a line on it", () => {
  const told = site.pages
    .filter(({ layout }) => ["listing", "search", "archive", "topics", "authors"].includes(layout))
    .map(
      ({ path }) =>
        /<meta name="description" content="([^"]+)">/u.exec(site.printed.get(path) ?? "")?.[1],
    );
  expect(told.length).toBeGreaterThan(20);
  expect(told).not.toContain(undefined);
  expect(told).toContain(`Büro – Die Spalte. ${front.frame.description}`);
});

test("a dot between two facts begins no line: it stays with what stands before it", () => {
  for (const path of ["/", "/vertrieb/", "/vertrieb/zwei-abteilungen-ein-buero/2/"]) {
    const [main = ""] = site.printed.get(path)?.split('<p class="printed') ?? [];
    expect(main).toContain("\u00a0· ");
    expect(main).not.toContain(" ·");
  }
});

test("between two authors stands 'und', between more commas before it", () => {
  const by = (...names: string[]) => {
    const authors = names.map((title) => ({ title, href: `/autoren/${title}/` }));
    const main = home({ ...front, lead: { ...one("a"), authors } }).main.toString();
    return wordsOf(main.split('<p class="meta ui">')[1]?.split("\u00a0· ")[0] ?? "");
  };
  expect(by("Anna")).toBe("Anna");
  expect(by("Anna", "Bert")).toBe("Anna und Bert");
  expect(by("Anna", "Bert", "Clara")).toBe("Anna, Bert und Clara");
});

test("the box of columnists is short: portrait, name, tagline; the authors' page says who they are, and has no box", () => {
  const aside = (path: string) => site.printed.get(path)?.split("<aside>")[1] ?? "";
  const names = front.frame.columnists.map(({ title }) => title);
  expect(names.length).toBeGreaterThan(3);
  for (const path of ["/", "/vertrieb/", "/vertrieb/elf-tueren/", "/impressum/"]) {
    const [, box = ""] = aside(path).split('id="kolumnisten"');
    for (const name of names) expect(box).toContain(name);
    expect(box).toContain("Der Flurfunker");
    expect(box).not.toContain('class="bio"');
  }
  expect(aside("/autoren/")).not.toContain("kolumnisten");
  const main = site.printed.get("/autoren/")?.split("<aside>")[0] ?? "";
  expect(main.match(/class="bio"/gu)?.length).toBe(names.length);
});
