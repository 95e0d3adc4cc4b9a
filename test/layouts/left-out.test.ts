import { beforeAll, expect, test } from "vitest";
import { article } from "../../layouts/article.ts";
import { author } from "../../layouts/author.ts";
import { authorName, authorNote } from "../../layouts/author-note.ts";
import { columnists } from "../../layouts/boxes/columnists.ts";
import { services } from "../../layouts/boxes/services.ts";
import { changed, changes } from "../../layouts/changes.ts";
import { listTurner } from "../../layouts/list-turner.ts";
import { list } from "../../layouts/list.ts";
import { notFound } from "../../layouts/not-found.ts";
import { rss } from "../../layouts/feeds/rss.ts";
import { articleData } from "../../layouts/structured-data.ts";
import { parseText } from "../../magazine/text/text.ts";
import { caption } from "../../layouts/picture.ts";
import { share } from "../../layouts/share.ts";
import { teaser } from "../../layouts/teaser.ts";
import type { Views } from "../../magazine/pages/page.ts";
import type { ArticleView } from "../../magazine/pages/views.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";
import { between, linksOf, wordsOf } from "./seen.ts";

let site: Site;
let whole: ArticleView;
beforeAll(async () => {
  site = await printSite(sample);
  whole = viewOf("/vertrieb/achtzig-prozent/alles/", "article");
});

/** The view of a page of the sample, which must have that layout. */
function viewOf<Name extends keyof Views>(path: string, layout: Name): Views[Name] {
  const page = site.pages.find((one) => one.path === path);
  if (page?.layout !== layout) throw new Error(`${path} has another layout`);
  return page.view as Views[Name];
}

const printed = (more: Partial<ArticleView>) => article({ ...whole, ...more }).main.toString();
const htmlOf = (content: unknown) => [content].flat(9).filter(Boolean).join("");

test("what an article does not have leaves no heading and no gap sign behind", () => {
  expect(printed({})).toContain('class="tags');
  expect(printed({ topics: [] })).not.toMatch(/class="tags|Themen/u);
  expect(printed({ related: [] })).not.toMatch(/class="more|dazu passen/u);
  expect(printed({ neighbours: { older: null, newer: null } })).not.toContain('class="near');
  expect(printed({ share: [] })).not.toContain('class="share');
  expect(printed({ conversation: null })).not.toMatch(/kommentare/u);
  expect(printed({ standfirst: null })).not.toContain('class="stand"');
  expect(printed({ image: null })).not.toContain("<figure");
  expect(printed({ turner: null })).not.toContain('class="turn');
  expect(printed({ updated: null, corrections: [] })).not.toMatch(/Aktualisiert|Korrektur/u);
  expect(printed({ mark: null })).not.toContain('class="mark"');
  expect(printed({})).not.toMatch(/undefined|null|false|\[object/u);
});

test("an article's neighbours are each of them shown where only one is there", () => {
  const near = (older: string | null, newer: string | null) => {
    const way = (title: string | null) => (title === null ? null : { title, href: `/${title}/` });
    return linksOf(
      between(
        printed({ neighbours: { older: way(older), newer: way(newer) } }),
        '<nav class="near',
        "</nav>",
      ),
    );
  };
  expect(near("a", null)).toEqual(["← Davor in Vertrieba /a/"]);
  expect(near(null, "b")).toEqual(["Danach in Vertrieb →b /b/"]);
  expect(printed({})).toContain('aria-label="In der Kolumne Vertrieb"');
});

test("beside one author stands the tagline, beside several none; without text about them there is no paragraph", () => {
  const [one] = whole.authors;
  if (one === undefined) throw new Error("the article has an author");
  const by = (authors: ArticleView["authors"]) =>
    wordsOf(between(printed({ authors }), '<p class="by', "</p>"));
  expect(by([one])).toMatch(/^Leyla Erkan Die Zahlenflüsterin · 14\.09\.2026 · /u);
  expect(by([{ ...one, tagline: null }])).toMatch(/^Leyla Erkan · 14\.09\.2026/u);
  expect(by([one, { ...one, title: "B" }])).toMatch(/^Leyla Erkan und B · 14\.09\.2026/u);
  const writer = (more: Partial<typeof one>) =>
    wordsOf(
      between(printed({ authors: [{ ...one, ...more }] }), '<section class="writer', "</section>"),
    );
  expect(writer({ tagline: null, links: [] })).toMatch(
    /^Leyla Erkan Statistikerin\. .* Alle Kolumnen von Leyla Erkan$/u,
  );
  expect(wordsOf(authorNote(one).toString())).toMatch(
    /^Leyla Erkan Die Zahlenflüsterin Statistikerin\. .* Fußnoten Fehler der Woche$/u,
  );
  expect(authorNote({ ...one, links: [] }).toString()).not.toContain('class="links"');
  expect(authorName({ ...one, tagline: null }).toString()).not.toContain("<em>");
  expect(authorName({ ...one, portrait: null }).toString()).toContain('<span class="face"></span>');
  expect(authorName(one).toString()).toContain('<img class="face"');
  expect(authorName(one).toString()).toContain('width="44" height="44"');
});

test("an author's page has what is known of the person", () => {
  const view = viewOf("/autoren/leyla-erkan/", "author");
  const said = (more: Partial<typeof view>) => author({ ...view, ...more }).main.toString();
  const callings = (more: Partial<typeof view>) =>
    wordsOf(between(said(more), "<h1>", '<div class="body'));
  expect(callings({ role: null })).toBe("Leyla Erkan Die Zahlenflüsterin");
  expect(callings({ tagline: null })).toBe("Leyla Erkan Marktforscherin");
  expect(callings({ tagline: null, role: null })).toBe("Leyla Erkan");
  expect(said({ tagline: null, role: null })).not.toContain("tagline");
  expect(said({ links: [] })).not.toContain('class="ui links"');
  expect(said({ portrait: null })).not.toContain('class="face"');
  expect(author({ ...view, portrait: null }).meta?.toString()).not.toContain("og:image");
});

test("an update, corrections, or both are named, with the days of all", () => {
  const corrections = [
    { date: "2026-11-03T00:00:00+01:00", text: "Es waren 212." },
    { date: "2026-11-09T00:00:00+01:00", text: "Es war Uelzen." },
  ];
  const above = (more: Partial<ArticleView>) => wordsOf(htmlOf(changed({ ...whole, ...more })));
  const updated = "2026-11-04T00:00:00+01:00";
  expect(above({ updated, corrections: [] })).toBe("Aktualisiert am 04.11.2026");
  expect(above({ updated: null, corrections })).toBe("Korrigiert am 03.11.2026, 09.11.2026");
  expect(above({ updated, corrections })).toBe(
    "Aktualisiert am 04.11.2026 · Korrigiert am 03.11.2026, 09.11.2026",
  );
  const link = (more: Partial<ArticleView>) => linksOf(htmlOf(changed({ ...whole, ...more })));
  expect(link({ corrections: [] })).toEqual([]);
  expect(link({ part: 1 })[0]).toMatch(/\/vertrieb\/achtzig-prozent\/2\/#korrekturen$/u);
  expect(link({ part: 1, turner: null })[0]).toMatch(/ #korrekturen$/u);
  const below = (more: Partial<ArticleView>) =>
    wordsOf(htmlOf(changes({ ...whole, ...more }, whole.frame)));
  expect(below({ updated: null, corrections })).toBe(
    "Korrekturen 3. November 2026: Es waren 212.9. November 2026: Es war Uelzen.",
  );
  expect(below({ updated, corrections: [] })).toBe("Aktualisiert am 04.11.2026");
});

test("share links beyond three are behind 'mehr …', which is hidden where there are none", () => {
  const links = (count: number) => htmlOf(share(whole.share.slice(0, count), "de"));
  expect(links(0)).toBe("");
  expect(links(3)).toContain("<details hidden>");
  expect(linksOf(links(3))).toHaveLength(3);
  expect(links(4)).toContain("<details>");
  expect(linksOf(between(links(4), "<details", "</details>"))).toHaveLength(1);
  expect(links(4)).toContain('aria-label="Teilen"');
});

test("the pages of a list lead both ways where there are both", () => {
  const ways = (newer: string | null, older: string | null) =>
    linksOf(htmlOf(listTurner({ page: 2, count: 3, newer, older }, "de")));
  expect(ways("/a/", "/b/")).toEqual(["← Neuere Artikel /a/", "Ältere Artikel → /b/"]);
  expect(ways("/a/", null)).toEqual(["← Neuere Artikel /a/"]);
  expect(ways(null, "/b/")).toEqual(["Ältere Artikel → /b/"]);
  expect(listTurner(null, "de")).toBeNull();
});

test("a feed without an article has no date of its newest, and an article without a topic no keywords", () => {
  const feed = viewOf("/feed.rss", "rss");
  expect(rss(feed).toString()).toContain(
    "<lastBuildDate>Mon, 16 Nov 2026 11:30:00 +0100</lastBuildDate>",
  );
  expect(rss({ ...feed, updated: null, entries: [] }).toString()).not.toContain("lastBuildDate");
  const [entry] = feed.entries;
  const items = (more: Partial<typeof entry>) =>
    rss({ ...feed, entries: [{ ...entry, ...more } as NonNullable<typeof entry>] }).toString();
  expect(items({})).toContain("<category>Alltag</category><category>Sprache</category>");
  expect(items({})).toMatch(/<description>Die Redaktion bat .*<\/description>/u);
  expect(items({ standfirst: null }).match(/<description>/gu)).toHaveLength(1);
  expect(items({})).toContain("&lt;figure&gt;");
  expect(items({ image: null })).not.toContain("&lt;figure&gt;");
  expect(articleData({ ...whole, topics: [] })["keywords"]).toBeUndefined();
  expect(articleData({ ...whole, standfirst: null })["description"]).toBeUndefined();
});

test("a link to a heading of another part leads to that part's page, and in the full view down the page", () => {
  const source = "[hin](#ziel)\n\n<!-- pagebreak -->\n\n## Ziel\n\nSatz.\n";
  const text = { ...whole.text, rendered: parseText(source, "de").rendered };
  const turner = {
    parts: [
      { href: "/a/", title: null },
      { href: "/a/2/", title: null },
    ],
    all: "/a/alles/",
  };
  const links = (part: ArticleView["part"]) =>
    linksOf(between(printed({ text, part, turner }), '<div class="body">', "</p>"));
  expect(links(1)).toEqual(["hin /a/2/#ziel"]);
  expect(links("all")).toEqual(["hin #ziel"]);
});

test("boxes and lists without anything in them are not there, or say so", () => {
  const { frame } = whole;
  expect(columnists({ ...frame, columnists: [] })).toBeNull();
  expect(services({ ...frame, services: [] })).toBeNull();
  const empty = { ...viewOf("/themen/zahlen/", "listing"), articles: [], turner: null };
  expect(wordsOf(list(empty).toString())).toBe(
    "Hier steht noch nichts. Der erste Artikel kommt bestimmt.",
  );
  expect(wordsOf(list(viewOf("/themen/zahlen/", "listing")).toString())).not.toContain(
    "Hier steht",
  );
  const nothing = notFound({ ...viewOf("/404.html", "notFound"), newest: [] });
  expect(nothing.main.toString()).not.toContain("Neue Artikel");
});

test("of a list's pictures the first is fetched at once, and the others when they come near", () => {
  const view = viewOf("/", "home");
  const [bare, shown] = [{ ...view.articles[0], image: null }, view.lead];
  if (shown?.image === null || shown === null) throw new Error("the newest has a picture");
  const articles = [bare as typeof shown, shown, { ...shown }];
  const loads = [
    ...list({ ...view, articles })
      .toString()
      .matchAll(/fetchpriority="high"|loading="lazy"/gu),
  ];
  expect(loads.map(([word]) => word)).toEqual(['fetchpriority="high"', 'loading="lazy"']);
  expect(teaser(shown, view.frame, { kind: "lead" }).toString()).toContain(
    'class="shot wide-shot"',
  );
  expect(teaser(shown, view.frame).toString()).toContain('class="shot" href');
  expect(teaser(shown, view.frame).toString()).toContain('alt=""');
  expect(teaser({ ...shown, standfirst: null }, view.frame).toString()).not.toContain("stand");
});

test("below a picture stand what it shows and whose it is, or one of them, or nothing", () => {
  const of = (says: string | null, credit: string | null) => {
    const image = viewOf("/alltag/mahlzeit/alles/", "article").image;
    if (image === null) throw new Error("the article has a picture");
    const below = caption({ ...image, caption: says, credit });
    return below === null ? null : htmlOf(below);
  };
  expect(of(null, null)).toBeNull();
  expect(of("Tor", null)).toBe('<figcaption class="ui">Tor</figcaption>');
  expect(of(null, "A")).toBe('<figcaption class="ui"><small>A</small></figcaption>');
  expect(of("Tor", "A")).toBe('<figcaption class="ui">Tor <small>A</small></figcaption>');
});
