import { expect, test } from "vitest";
import { editionAt } from "../../../magazine/edition.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import type { LayoutName, Page } from "../../../magazine/pages/page.ts";
import { ContentMistakes } from "../../../magazine/read/mistakes.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { today } from "../../site.ts";

const magazine = editionAt(readMagazine("test/fixtures/magazine"), today, false);
const pages = pagesOf(magazine);

/** The page at an address, which must have that layout. */
function pageAt<Name extends LayoutName>(
  path: string,
  layout: Name,
  list = pages,
): Extract<Page, { layout: Name }> {
  const page = list.find((one) => one.path === path);
  expect(page?.layout).toBe(layout);
  return page as Extract<Page, { layout: Name }>;
}

const viewsOf = (some: readonly Page[]) =>
  some.map(({ path, layout, source, view }) => ({ path, layout, source, view }));

test("views are plain JSON", () => {
  expect(JSON.parse(JSON.stringify(viewsOf(pages)))).toEqual(viewsOf(pages));
});

test("the same magazine gives the same pages", () => {
  expect(viewsOf(pagesOf(magazine))).toEqual(viewsOf(pages));
});

test("every article has its parts, and, of several, the full view", () => {
  const paths = new Set(pages.map(({ path }) => path));
  for (const article of magazine.articles) {
    const base = `/${article.column.slug}/${article.slug}/`;
    const count = article.text.parts.length;
    expect(paths.has(base)).toBe(true);
    for (let part = 2; part <= count; part += 1) expect(paths.has(`${base}${part}/`)).toBe(true);
    expect(paths.has(`${base}${count + 1}/`)).toBe(false);
    expect(paths.has(`${base}alles/`)).toBe(count > 1);
  }
});

test("a list longer than perPage goes on over pages that lead to one another", () => {
  const { perPage, articles } = magazine;
  const count = Math.ceil(articles.length / perPage);
  expect(count).toBeGreaterThan(1);
  const first = pageAt("/", "home").view;
  expect(first.lead?.title).toBe(articles[0]?.title);
  expect(first.articles).toHaveLength(perPage - 1);
  expect(first.turner).toEqual({ page: 1, count, newer: null, older: "/seite/2/" });
  const second = pageAt("/seite/2/", "home").view;
  expect(second.lead).toBeNull();
  expect([second.featured, second.strips]).toEqual([[], []]);
  expect(second.turner?.newer).toBe("/");
  expect(second.head).toMatchObject({ canonical: "/seite/2/" });
  // The home page is where every way begins.
  expect([first.head.trail, second.head.trail]).toEqual([undefined, undefined]);
  const { head } = pageAt(`/${articles[0]?.column.slug}/`, "column").view;
  expect(head.trail).toEqual([{ title: head.title, href: head.canonical }]);
  const [author] = magazine.authors;
  const path = `/autoren/${author?.slug}/`;
  expect(pageAt(path, "author").view.head.trail).toEqual([
    { title: "Autoren", href: "/autoren/" },
    { title: author?.name, href: path },
  ]);
  const shown = Array.from({ length: count }, (_, index) => {
    const { view } = pageAt(index === 0 ? "/" : `/seite/${index + 1}/`, "home");
    return [...(view.lead === null ? [] : [view.lead]), ...view.articles];
  });
  expect(shown.flat().map(({ title }) => title)).toEqual(articles.map(({ title }) => title));
});

/** The home page of a magazine that has nothing but these articles, newest first. */
function homeOf(
  articles: readonly { id: string; at: 0 | 1; featured?: boolean; mark?: "draft" }[],
): Extract<Page, { layout: "home" }>["view"] {
  const [newest] = magazine.articles;
  if (newest === undefined) throw new Error("the fixture has articles");
  const all = articles.map(({ id, at, featured = false, mark = null }) => {
    const column = magazine.columns[at] ?? newest.column;
    return { ...newest, id, slug: id, title: id, column, featured, mark, aliases: [] };
  });
  return pageAt("/", "home", pagesOf({ ...magazine, articles: all })).view;
}

const titlesOf = (some: readonly { title: string }[]) => some.map(({ title }) => title).join("");

test("the home page deals every article once: the newest, up to three that are recommended, the new ones, and what is left of each column", () => {
  const home = homeOf([
    { id: "a", at: 0, featured: true },
    { id: "b", at: 1 },
    { id: "c", at: 1, featured: true },
    { id: "d", at: 0 },
    { id: "e", at: 1 },
    { id: "f", at: 1, featured: true },
    { id: "g", at: 1, featured: true },
    { id: "h", at: 1, featured: true },
    { id: "i", at: 1 },
    { id: "j", at: 1 },
  ]);
  expect(home.lead?.title).toBe("a");
  expect(titlesOf(home.featured)).toBe("cfg");
  expect(titlesOf(home.articles)).toBe("b");
  const [first, second] = magazine.columns;
  expect(
    home.strips.map(({ column, description, articles }) => [
      column.href,
      column.title,
      description,
      titlesOf(articles),
    ]),
  ).toEqual([
    [`/${first?.slug}/`, first?.name, first?.description, "d"],
    [`/${second?.slug}/`, second?.name, second?.description, "ehi"],
  ]);
});

test("a column of which nothing is left has no strip, and what readers do not see yet is not the first", () => {
  const home = homeOf([
    { id: "a", at: 0, mark: "draft" },
    { id: "b", at: 1 },
    { id: "c", at: 0 },
  ]);
  expect(home.lead?.title).toBe("b");
  expect(titlesOf(home.articles)).toBe("a");
  expect(home.strips.map(({ articles }) => titlesOf(articles))).toEqual(["c"]);
});

test("an empty column still has its page", () => {
  const empty = pagesOf({ ...magazine, articles: [] });
  const [column] = magazine.columns;
  expect(pageAt(`/${column?.slug}/`, "column", empty).view.articles).toEqual([]);
  expect(pageAt("/", "home", empty).view.lead).toBeNull();
  expect(pageAt("/feed.atom", "atom", empty).view.updated).toBeNull();
});

test("the box of columnists stands on every page, by surname, without those who stay out", () => {
  const names = ["Clemens von Lützow", "Anna Östreich"];
  expect(magazine.authors.map(({ name }) => name)).toEqual([...names, "Bert Zander"]);
  const boxes = pages.flatMap(({ view }) => ("frame" in view ? [view.frame.columnists] : []));
  expect(boxes.length).toBeGreaterThan(10);
  for (const box of boxes) expect(box.map(({ title }) => title)).toEqual(names);
  expect(pageAt("/autoren/", "authors").view.authors).toHaveLength(3);
});

test("titles of parts say which part they are, and lead to their neighbours", () => {
  const article = magazine.articles.find(({ text }) => text.parts.length === 3);
  const base = `/${article?.column.slug}/${article?.slug}/`;
  const { head } = pageAt(`${base}2/`, "article").view;
  expect(head).toMatchObject({
    title: `${article?.title} – Seite 2 von 3`,
    description: article?.standfirst,
    canonical: `${base}alles/`,
  });
  const { head: whole, turner } = pageAt(`${base}alles/`, "article").view;
  expect(whole.title).toBe(article?.title);
  expect(turner?.parts.map(({ href }) => href)).toEqual([base, `${base}2/`, `${base}3/`]);
  expect(turner?.all).toBe(`${base}alles/`);
});

test("lists that have feeds name them, and months have none", () => {
  const feeds = (list: Page | undefined) =>
    list && "head" in list.view ? list.view.head.feeds?.map(({ href }) => href) : null;
  const feedsAt = (path: string) => feeds(pages.find((one) => one.path === path));
  const formats = ["atom", "rss", "json"];
  for (const base of ["/marken/", "/autoren/bert-zander/"])
    expect(feedsAt(base)).toEqual(formats.map((format) => `${base}feed.${format}`));
  expect(feedsAt("/archiv/2012/11/")).toBeUndefined();
});

test("an article without comments has no conversation, in no list either, and neither has a magazine without a service", () => {
  const off = magazine.articles.find(({ comments }) => comments === "off");
  const path = `/${off?.column.slug}/${off?.slug}/`;
  expect(pageAt(path, "article").view.conversation).toBeNull();
  const threadsIn = (list: readonly Page[]) =>
    list.flatMap(({ view }) => ("turner" in view && "articles" in view ? view.articles : []));
  const threads = new Map(threadsIn(pages).map(({ href, thread }) => [href, thread]));
  expect(threads.size).toBe(magazine.articles.length);
  for (const { column, slug, id, comments } of magazine.articles)
    expect(threads.get(`/${column.slug}/${slug}/`)).toBe(comments === "off" ? null : id);
  const silent = pagesOf({ ...magazine, comments: null });
  const held = silent.filter(({ view }) => "conversation" in view && view.conversation !== null);
  expect(held).toEqual([]);
  expect(threadsIn(silent).filter(({ thread }) => thread !== null)).toEqual([]);
});

test("addresses are in the magazine's language", () => {
  const paths = pagesOf({ ...magazine, language: "en" }).map(({ path }) => path);
  expect(paths).toContain("/authors/");
  expect(paths).toContain("/page/2/");
  expect(paths.some((path) => path.endsWith("/all/"))).toBe(true);
  expect(paths.join()).not.toMatch(/seite|alles|autoren/);
});

test("two things that want one address are a mistake that names both files", () => {
  const [page] = magazine.pages;
  const [column] = magazine.columns;
  if (page === undefined || column === undefined) throw new Error("the fixture has both");
  const twice = { ...magazine, pages: [{ ...page, slug: column.slug }] };
  expect(() => pagesOf(twice)).toThrow(ContentMistakes);
  expect(() => pagesOf(twice)).toThrow(
    `${page.file}:1:1 the address /${column.slug}/ is already taken by ${column.file}`,
  );
});
