import { expect, test } from "vitest";
import { headers, robots } from "../../layouts/feeds/machines.ts";
import { newsSitemap, sitemap, sitemapIndex } from "../../layouts/feeds/sitemaps.ts";
import { mistakes } from "../../layouts/mistakes.ts";
import { moved, redirects } from "../../layouts/moved.ts";
import { mark } from "../../layouts/teaser.ts";
import { linksOf, wordsOf } from "./seen.ts";

const told = {
  file: "articles/text.md",
  line: 3,
  column: 9,
  what: "the author is missing",
  expected: "one of those in content/authors",
  excerpt: { text: "author: ana", before: "        " },
};

test("in a preview the page of a file with mistakes names them, each with its place, its line and a guess where there are any", () => {
  const says = (...some: Parameters<typeof mistakes>[0]["mistakes"]) =>
    mistakes({ language: "de", mistakes: some }).toString();
  const all = says({ ...told, guess: "anna" }, { ...told, excerpt: null });
  const mended =
    "Sobald die Datei berichtigt und gespeichert ist, steht hier wieder die Seite. Leser sehen das nie: Gedruckt wird nur, was keinen Fehler hat.";
  expect(wordsOf(all)).toBe(
    `2 Fehler halten diese Seite auf 2 Fehler halten diese Seite auf ${mended} ` +
      "articles/text.md:3:9 the author is missing Erwartet: one of those in content/authorsGemeint vielleicht: anna author: ana ^ " +
      "articles/text.md:3:9 the author is missing Erwartet: one of those in content/authors",
  );
  expect(all).toContain(
    '<pre tabindex="0" aria-label="Zeile 3">author: ana\n<b>        ^</b></pre>',
  );
  expect(all).toContain('<meta name="robots" content="noindex">');
  expect(all).toMatch(/style-src &#39;sha256-.*; connect-src &#39;self&#39;;/u);
  expect(says(told)).toContain("<title>Ein Fehler hält diese Seite auf</title>");
});

test("a former address leads on at once, says where to, and is told under the new one", () => {
  const page = moved({
    language: "de",
    magazine: "Die Spalte",
    title: "Text",
    href: "/alltag/text/",
    canonical: "https://die-spalte.example/alltag/text/alles/",
  }).toString();
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/alltag/text/">');
  expect(page).toContain(
    '<link rel="canonical" href="https://die-spalte.example/alltag/text/alles/">',
  );
  expect(wordsOf(page)).toBe(
    "Text – Die Spalte Dieser Artikel steht jetzt unter einer anderen Adresse: Text",
  );
  expect(linksOf(page)).toEqual(["Text /alltag/text/"]);
  const moves = [
    { from: "/a:b/", to: "/c/" },
    { from: "/d/", to: "/e/" },
  ];
  expect(redirects({ moves }).toString()).toBe("/a%3Ab/ /c/ 301\n/d/ /e/ 301\n");
});

test("robots are led to the sitemaps; a preview is not to be found", () => {
  expect(
    robots({ sitemaps: ["https://a.example/s.xml", "https://a.example/n.xml"] }).toString(),
  ).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://a.example/s.xml\nSitemap: https://a.example/n.xml\n",
  );
  expect(headers({ images: "/bilder/", preview: true }).toString()).toContain(
    "\n  X-Robots-Tag: noindex\n",
  );
  expect(headers({ images: "/bilder/", preview: false }).toString()).not.toContain("X-Robots-Tag");
});

test("sitemaps name addresses, and when each changed where that is known", () => {
  const places = [
    { url: "https://a.example/", updated: null },
    { url: "https://a.example/b/", updated: "2026-06-16T13:10:00+02:00" },
  ];
  const locs =
    "<loc>https://a.example/</loc>|<loc>https://a.example/b/</loc><lastmod>2026-06-16T13:10:00+02:00</lastmod>".split(
      "|",
    );
  expect(sitemap({ pages: places }).toString()).toBe(
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${locs.map((loc) => `<url>${loc}</url>\n`).join("")}</urlset>\n`,
  );
  expect(sitemapIndex({ sitemaps: places }).toString()).toBe(
    `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${locs.map((loc) => `<sitemap>${loc}</sitemap>\n`).join("")}</sitemapindex>\n`,
  );
  const news = newsSitemap({
    publication: "Die Spalte",
    language: "de",
    articles: [{ url: "https://a.example/b/", title: "B & C", date: "2026-06-16T13:10:00+02:00" }],
  }).toString();
  expect(news).toContain(
    "<url><loc>https://a.example/b/</loc><news:news>\n" +
      "<news:publication><news:name>Die Spalte</news:name><news:language>de</news:language></news:publication>\n" +
      "<news:publication_date>2026-06-16T13:10:00+02:00</news:publication_date>\n<news:title>B &amp; C</news:title>\n",
  );
});

test("under npm start it is said why readers do not see an article", () => {
  const says = (why: "draft" | "scheduled" | "expired") => String(mark(why, "de"));
  expect(says("draft")).toBe(' <span class="mark">Entwurf</span>');
  expect(says("scheduled")).toContain("Geplant");
  expect(says("expired")).toContain("Abgelaufen");
  expect(mark(null, "de")).toBe(false);
});
