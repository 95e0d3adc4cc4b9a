import { expect, test } from "vitest";
import { editionAt } from "../../../magazine/edition.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { today } from "../../site.ts";
import { article, magazineWith, withoutArticles } from "../read/broken.ts";

/** Articles of a series and a topic, enough for lists of several pages. */
const changes = {
  "articles/probe.md": article({ series: "Reihe", topics: "[Büro]", aliases: "[/alt/, /b.html]" }),
  "articles/zweite.md": article({ series: "Reihe", topics: "[Büro]", date: "2012-12-02" }),
  "articles/dritte.md": article({ topics: "[Büro]", date: "2012-12-03", featured: "true" }),
};
const pages = pagesOf(editionAt(magazineWith(changes), today, false));
const titles = pages.flatMap(({ path, layout, view }) =>
  "head" in view
    ? [
        [
          path,
          layout,
          view.head.title,
          view.head.canonical,
          (view.head.trail ?? []).map(({ title, href }) => `${title} ${href}`).join(" > "),
        ].join(" | "),
      ]
    : [],
);

test("every page has its layout, its title, its one address and its way from the home page", () => {
  expect(titles).toEqual([
    "/ | home |  | / | ",
    "/seite/2/ | home | Das Prüfblatt – Seite 2 von 4 | /seite/2/ | ",
    "/seite/3/ | home | Das Prüfblatt – Seite 3 von 4 | /seite/3/ | ",
    "/seite/4/ | home | Das Prüfblatt – Seite 4 von 4 | /seite/4/ | ",
    "/alltag/ | column | Alltag | /alltag/ | Alltag /alltag/",
    "/marken/ | column | Marken und Märkte | /marken/ | Marken und Märkte /marken/",
    "/marken/seite/2/ | column | Marken und Märkte – Seite 2 von 3 | /marken/seite/2/ | Marken und Märkte /marken/",
    "/marken/seite/3/ | column | Marken und Märkte – Seite 3 von 3 | /marken/seite/3/ | Marken und Märkte /marken/",
    "/marken/dritte/ | article | Probe | /marken/dritte/ | Marken und Märkte /marken/ > Probe /marken/dritte/",
    "/marken/zweite/ | article | Probe | /marken/zweite/ | Marken und Märkte /marken/ > Probe /marken/zweite/",
    "/marken/probe/ | article | Probe | /marken/probe/ | Marken und Märkte /marken/ > Probe /marken/probe/",
    "/alltag/stiller-tag/ | article | Ein stiller Tag | /alltag/stiller-tag/ | Alltag /alltag/ > Ein stiller Tag /alltag/stiller-tag/",
    "/marken/der-letzte-prospekt/ | article | Der letzte Prospekt | /marken/der-letzte-prospekt/ | Marken und Märkte /marken/ > Der letzte Prospekt /marken/der-letzte-prospekt/",
    "/marken/drei-fragen/ | article | Drei Fragen an eine Marke – Seite 1 von 3 | /marken/drei-fragen/alles/ | Marken und Märkte /marken/ > Drei Fragen an eine Marke /marken/drei-fragen/alles/",
    "/marken/drei-fragen/2/ | article | Drei Fragen an eine Marke – Seite 2 von 3 | /marken/drei-fragen/alles/ | Marken und Märkte /marken/ > Drei Fragen an eine Marke /marken/drei-fragen/alles/",
    "/marken/drei-fragen/3/ | article | Drei Fragen an eine Marke – Seite 3 von 3 | /marken/drei-fragen/alles/ | Marken und Märkte /marken/ > Drei Fragen an eine Marke /marken/drei-fragen/alles/",
    "/marken/drei-fragen/alles/ | article | Drei Fragen an eine Marke | /marken/drei-fragen/alles/ | Marken und Märkte /marken/ > Drei Fragen an eine Marke /marken/drei-fragen/alles/",
    "/alltag/zwei-abteilungen/ | article | Zwei Abteilungen, ein Büro – Seite 1 von 2 | /alltag/zwei-abteilungen/alles/ | Alltag /alltag/ > Zwei Abteilungen, ein Büro /alltag/zwei-abteilungen/alles/",
    "/alltag/zwei-abteilungen/2/ | article | Zwei Abteilungen, ein Büro – Seite 2 von 2 | /alltag/zwei-abteilungen/alles/ | Alltag /alltag/ > Zwei Abteilungen, ein Büro /alltag/zwei-abteilungen/alles/",
    "/alltag/zwei-abteilungen/alles/ | article | Zwei Abteilungen, ein Büro | /alltag/zwei-abteilungen/alles/ | Alltag /alltag/ > Zwei Abteilungen, ein Büro /alltag/zwei-abteilungen/alles/",
    "/themen/ | topics | Themen | /themen/ | Themen /themen/",
    "/themen/buero/ | listing | Büro | /themen/buero/ | Themen /themen/ > Büro /themen/buero/",
    "/themen/buero/seite/2/ | listing | Büro – Seite 2 von 2 | /themen/buero/seite/2/ | Themen /themen/ > Büro /themen/buero/",
    "/themen/marketing/ | listing | Marketing | /themen/marketing/ | Themen /themen/ > Marketing /themen/marketing/",
    "/themen/vertrieb/ | listing | Vertrieb | /themen/vertrieb/ | Themen /themen/ > Vertrieb /themen/vertrieb/",
    "/serien/ | topics | Serien | /serien/ | Serien /serien/",
    "/serien/reihe/ | listing | Reihe | /serien/reihe/ | Serien /serien/ > Reihe /serien/reihe/",
    "/archiv/ | archive | Archiv | /archiv/ | Archiv /archiv/",
    "/archiv/2012/12/ | listing | Dezember 2012 | /archiv/2012/12/ | Archiv /archiv/ > Dezember 2012 /archiv/2012/12/",
    "/archiv/2012/12/seite/2/ | listing | Dezember 2012 – Seite 2 von 2 | /archiv/2012/12/seite/2/ | Archiv /archiv/ > Dezember 2012 /archiv/2012/12/",
    "/archiv/2012/11/ | listing | November 2012 | /archiv/2012/11/ | Archiv /archiv/ > November 2012 /archiv/2012/11/",
    "/archiv/2012/10/ | listing | Oktober 2012 | /archiv/2012/10/ | Archiv /archiv/ > Oktober 2012 /archiv/2012/10/",
    "/suche/ | search | Suche | /suche/ | Suche /suche/",
    "/autoren/ | authors | Autoren | /autoren/ | Autoren /autoren/",
    "/autoren/clemens-von-luetzow/ | author | Clemens von Lützow | /autoren/clemens-von-luetzow/ | Autoren /autoren/ > Clemens von Lützow /autoren/clemens-von-luetzow/",
    "/autoren/anna-oestreich/ | author | Anna Östreich | /autoren/anna-oestreich/ | Autoren /autoren/ > Anna Östreich /autoren/anna-oestreich/",
    "/autoren/bert-zander/ | author | Bert Zander | /autoren/bert-zander/ | Autoren /autoren/ > Bert Zander /autoren/bert-zander/",
    "/autoren/bert-zander/seite/2/ | author | Bert Zander – Seite 2 von 2 | /autoren/bert-zander/seite/2/ | Autoren /autoren/ > Bert Zander /autoren/bert-zander/",
    "/datenschutz/ | plain | Datenschutz | /datenschutz/ | Datenschutz /datenschutz/",
    "/impressum/ | plain | Impressum | /impressum/ | Impressum /impressum/",
    "/kommentarregeln/ | plain | Regeln für Kommentare | /kommentarregeln/ | Regeln für Kommentare /kommentarregeln/",
    "/404.html | notFound | Diese Seite gibt es nicht | /404.html | ",
  ]);
});

test("every other page has its layout and its source", () => {
  const others = pages.filter(({ view }) => !("head" in view));
  expect(
    others.map(
      ({ path, layout, source }) => `${path.replace(/-[0-9a-f]{16}/u, "-…")} ${layout} ${source}`,
    ),
  ).toEqual([
    "/feed.atom atom magazine.yaml",
    "/feed.rss rss magazine.yaml",
    "/feed.json jsonFeed magazine.yaml",
    "/alltag/feed.atom atom columns/alltag.md",
    "/alltag/feed.rss rss columns/alltag.md",
    "/alltag/feed.json jsonFeed columns/alltag.md",
    "/marken/feed.atom atom columns/marken.md",
    "/marken/feed.rss rss columns/marken.md",
    "/marken/feed.json jsonFeed columns/marken.md",
    "/autoren/clemens-von-luetzow/feed.atom atom authors/clemens-von-luetzow.md",
    "/autoren/clemens-von-luetzow/feed.rss rss authors/clemens-von-luetzow.md",
    "/autoren/clemens-von-luetzow/feed.json jsonFeed authors/clemens-von-luetzow.md",
    "/autoren/anna-oestreich/feed.atom atom authors/anna-oestreich.md",
    "/autoren/anna-oestreich/feed.rss rss authors/anna-oestreich.md",
    "/autoren/anna-oestreich/feed.json jsonFeed authors/anna-oestreich.md",
    "/autoren/bert-zander/feed.atom atom authors/bert-zander.md",
    "/autoren/bert-zander/feed.rss rss authors/bert-zander.md",
    "/autoren/bert-zander/feed.json jsonFeed authors/bert-zander.md",
    "/themen/buero/feed.atom atom articles",
    "/themen/buero/feed.rss rss articles",
    "/themen/buero/feed.json jsonFeed articles",
    "/themen/marketing/feed.atom atom articles",
    "/themen/marketing/feed.rss rss articles",
    "/themen/marketing/feed.json jsonFeed articles",
    "/themen/vertrieb/feed.atom atom articles",
    "/themen/vertrieb/feed.rss rss articles",
    "/themen/vertrieb/feed.json jsonFeed articles",
    "/serien/reihe/feed.atom atom articles",
    "/serien/reihe/feed.rss rss articles",
    "/serien/reihe/feed.json jsonFeed articles",
    "/sitemap.xml sitemap magazine.yaml",
    "/news-sitemap.xml newsSitemap magazine.yaml",
    "/threads.json threads magazine.yaml",
    "/threads-by-year.json threadYears magazine.yaml",
    "/assets/threads-2012-….json threadsOfYear magazine.yaml",
    "/schedule.json schedule magazine.yaml",
    "/robots.txt robots magazine.yaml",
    "/_headers headers magazine.yaml",
    "/2012/10/zwei-abteilungen.html moved articles/2012/zwei-abteilungen.md",
    "/b.html moved articles/probe.md",
    "/alt/ moved articles/probe.md",
    "/_redirects redirects magazine.yaml",
  ]);
});

test("a magazine without articles has pages and feeds all the same, and a sitemap of what is there", () => {
  const empty = pagesOf(editionAt(magazineWith(withoutArticles), today, false));
  const paths = empty.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["/", "/alltag/", "/autoren/bert-zander/"]));
  expect(paths).toEqual(expect.arrayContaining(["/feed.atom", "/alltag/feed.json"]));
  for (const path of ["/seite/2/", "/themen/", "/serien/", "/archiv/", "/_redirects"])
    expect(paths).not.toContain(path);
  const sitemap = empty.find(({ path }) => path === "/sitemap.xml");
  expect(sitemap?.layout === "sitemap" && sitemap.view.pages.map(({ url }) => url)).toEqual(
    [
      "/",
      "/alltag/",
      "/marken/",
      "/autoren/",
      "/autoren/clemens-von-luetzow/",
      "/autoren/anna-oestreich/",
      "/autoren/bert-zander/",
      "/datenschutz/",
      "/impressum/",
      "/kommentarregeln/",
    ].map((path) => `https://pruefblatt.example${path}`),
  );
});

test("what a page is made of tells when it has to be printed again; what has no list of it always is", () => {
  const made = (path: string) => {
    const page = pages.find((one) => one.path === path);
    return page !== undefined && "madeOf" in page ? page.madeOf?.().length : undefined;
  };
  expect(["/", "/seite/2/", "/marken/seite/2/"].map(made)).toEqual([undefined, 4, 4]);
});

test("a feed has the twenty newest articles", () => {
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, at) => [
      `articles/a${at}.md`,
      article({ date: `2012-12-${10 + at}`, title: `Probe ${at}` }),
    ]),
  );
  const magazine = magazineWith({ ...withoutArticles, ...many });
  const feed = pagesOf(editionAt(magazine, today, false)).find(({ path }) => path === "/feed.json");
  const titles = feed?.layout === "jsonFeed" ? feed.view.entries.map(({ title }) => title) : [];
  expect(titles).toEqual(Array.from({ length: 20 }, (_, at) => `Probe ${20 - at}`));
});
