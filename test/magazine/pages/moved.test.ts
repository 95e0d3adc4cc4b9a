import { describe, expect, test } from "vitest";
import { printPage } from "../../../layouts/print.ts";
import { refuseDeadLinks } from "../../../magazine/pages/dead-links.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { ContentMistakes } from "../../../magazine/read/mistakes.ts";
import { buildAssets } from "../../../scripts/build/assets.ts";
import { article, magazineWith } from "../read/broken.ts";
import type { Changes } from "../read/broken.ts";

const { assets } = await buildAssets("de");
const file = "articles/probe.md";

/** An article with these former addresses, and perhaps more. */
function withAliases(aliases: string, more: Changes = {}) {
  return magazineWith({ [file]: article({ aliases }), ...more });
}

function printed(aliases: string, more: Changes = {}): Map<string, string> {
  const pages = pagesOf(withAliases(aliases, more));
  return new Map(pages.map((page) => [page.path, printPage(page, assets)]));
}

describe("a former address", () => {
  const pages = printed("[/2012/10/ein-wort.html]");
  const page = pages.get("/2012/10/ein-wort.html") ?? "";

  test("has a page that leads on, by itself and by a link", () => {
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/marken/probe/">');
    expect(page).toContain(
      '<link rel="canonical" href="https://pruefblatt.example/marken/probe/">',
    );
    expect(page).toContain(
      '<p>Dieser Artikel steht jetzt unter einer anderen Adresse: <a href="/marken/probe/">Probe</a></p>',
    );
    expect(page).toContain("default-src 'none'; base-uri 'none'; form-action 'none'");
  });

  test("stands in _redirects, and in no sitemap or feed", () => {
    expect(pages.get("/_redirects")).toContain("/2012/10/ein-wort.html /marken/probe/ 301\n");
    for (const path of ["/sitemap.xml", "/feed.atom"])
      expect(pages.get(path)).not.toContain("ein-wort.html");
  });

  test("goes with its article: none is printed of one that is not printed", () => {
    const magazine = withAliases("[/weg/]");
    const without = { ...magazine, articles: magazine.articles.filter((one) => one.file !== file) };
    expect(pagesOf(without).some(({ path }) => path === "/weg/")).toBe(false);
  });

  test("of an article in parts leads to its first page, and tells the one canonical address", () => {
    const parts = {
      [file]: article({ aliases: "[/weg/]" }, "Eins.\n\n<!-- pagebreak -->\n\nZwei."),
    };
    const moved = pagesOf(magazineWith(parts)).find(({ path }) => path === "/weg/");
    expect(moved?.view).toMatchObject({
      href: "/marken/probe/",
      canonical: "https://pruefblatt.example/marken/probe/alles/",
    });
  });
});

test("a magazine without former addresses prints no _redirects", () => {
  const { articles, ...magazine } = magazineWith({});
  const none = {
    ...magazine,
    articles: articles.map((one) => Object.assign(one, { aliases: [] })),
  };
  expect(pagesOf(none).some(({ path }) => path === "/_redirects")).toBe(false);
});

test.each([
  ["/alt", "/alt/", "/alt"],
  ["/alt/", "/alt/", "/alt/"],
  ["/2012/10/titel.php", "/2012/10/titel.php/", "/2012/10/titel.php"],
  ["/index.php/2012/titel/", "/index.php/2012/titel/", "/index.php/2012/titel/"],
  ["/alt/index.html", "/alt/", "/alt/index.html"],
  ["/ALT.HTM", "/ALT.HTM", "/ALT.HTM"],
  ["/k%C3%A4se/", "/käse/", "/k%C3%A4se/"],
  ["/ka\u0308se/", "/käse/", "/k%C3%A4se/"],
  ["/100%25", "/100%/", "/100%25"],
  ["/ein%20wort/", "/ein wort/", "/ein%20wort/"],
  ["/datei:bild", "/datei:bild/", "/datei%3Abild"],
  ["/archiv/2012/", "/archiv/2012/", "/archiv/2012/"],
])("the former address %s is printed as the page %s", (written, path, from) => {
  const pages = printed(`["${written}"]`);
  expect(pages.get(path)).toContain("refresh");
  expect(pages.get("/_redirects")?.split("\n")).toContain(`${from} /marken/probe/ 301`);
});

test.each([
  ["/marken/", "/marken/ (columns/marken.md)"],
  ["/marken", "/marken/ (columns/marken.md)"],
  ["/marken/probe/", "/marken/probe/ (articles/probe.md)"],
  ["/index.html", "/ (magazine.yaml)"],
  ["/feed.atom", "/feed.atom (magazine.yaml)"],
  ["/robots.txt/x", "/robots.txt (magazine.yaml)"],
  ["/_headers", "/_headers (magazine.yaml)"],
  ["/bilder/waage/", "the folder /bilder/"],
  ["/assets/x.html", "the folder /assets/"],
  ["/marken/zukunft/", "/marken/zukunft/ (articles/zukunft.md)"],
])("the former address %s, which is taken, is a mistake with its place", (written, by) => {
  expect(() => refuseDeadLinks(withAliases(`[/a/, ${written}]`))).toThrow(
    new ContentMistakes([
      {
        file,
        line: 6,
        column: 16,
        what: `the former address "${written}" is taken by ${by}`,
        expected: "an address without a page",
      },
    ]),
  );
});

test("one former address may not lie in another's file", () => {
  expect(() => pagesOf(withAliases("[/x.html, /x.html/y/]"))).toThrow(
    '6:20 the former address "/x.html/y/" is taken by /x.html (articles/probe.md)',
  );
  expect(() => pagesOf(withAliases("[/x.html/y/, /x.html]"))).toThrow(
    '6:23 the former address "/x.html" is taken by /x.html/y/ (articles/probe.md)',
  );
  expect(() => pagesOf(withAliases("[/a/x.html, /a/x.html/y/]"))).toThrow(
    '6:22 the former address "/a/x.html/y/" is taken by /a/x.html (articles/probe.md)',
  );
});

test("a preview leaves out a former address that is taken, and what stands there stays", () => {
  const told: string[] = [];
  const pages = pagesOf(withAliases("[/alt/, /marken/drei-fragen/]"), ({ what }) => {
    told.push(what);
  });
  expect(told).toEqual([expect.stringContaining('"/marken/drei-fragen/" is taken by')]);
  const layoutsAt = (path: string) =>
    pages.filter((page) => page.path === path).map(({ layout }) => layout);
  expect(layoutsAt("/alt/")).toEqual(["moved"]);
  expect(layoutsAt("/marken/drei-fragen/")).toEqual(["article"]);
});

describe("a link to a former address", () => {
  const linking = (href: string): Changes => ({
    "pages/impressum.md": `---\ntitle: Impressum\n---\n\n[Dort](${href}) steht es.\n`,
  });

  test.each([
    ["/alt/", "/marken/probe/"],
    ["/alt", "/marken/probe/"],
    ["/alt/#kommentare", "/marken/probe/#kommentare"],
    ["/käse.html?a=b", "/marken/probe/?a=b"],
    ["/k%C3%A4se.html", "/marken/probe/"],
  ])("is no mistake, and leads on: %s", (href, now) => {
    const magazine = withAliases("[/alt/, /käse.html]", linking(href));
    expect(() => refuseDeadLinks(magazine)).not.toThrow();
    const page = pagesOf(magazine).find(({ path }) => path === "/impressum/");
    expect(page && printPage(page, assets)).toContain(`<a href="${now}">Dort</a>`);
  });

  test("that no article has is still a mistake", () => {
    const magazine = withAliases("[/alt/]", linking("/alt/x/"));
    expect(() => refuseDeadLinks(magazine)).toThrow('a link to "/alt/x/", which is no page');
  });
});

describe("a column that moved", () => {
  const column =
    "---\nname: Marken und Märkte\ndescription: Was sie tun.\naliases: [/vertrieb, /kolumnen/käse/]\n---\n";
  const body = "Eins, siehe [dort](/vertrieb/drei-fragen/3/).\n\n<!-- pagebreak -->\n\nZwei.";
  const magazine = magazineWith({
    "columns/marken.md": column,
    [file]: article({ aliases: "[/vertrieb/alt/, /vertrieb/drei-fragen/2/]" }, body),
  });
  const pages = new Map(pagesOf(magazine).map((page) => [page.path, page]));
  const print = (path: string) => {
    const page = pages.get(path);
    return page === undefined ? "" : printPage(page, assets);
  };

  test.each([
    ["/vertrieb/", "/marken/"],
    ["/vertrieb/probe/", "/marken/probe/"],
    ["/vertrieb/probe/2/", "/marken/probe/2/"],
    ["/vertrieb/probe/alles/", "/marken/probe/alles/"],
    ["/kolumnen/käse/probe/", "/marken/probe/"],
    // An article's own former address is the more exact one.
    ["/vertrieb/drei-fragen/2/", "/marken/probe/"],
  ])("has a page at %s that leads to %s", (old, now) => {
    expect(print(old)).toContain(`<meta http-equiv="refresh" content="0; url=${now}">`);
    expect(print(old)).toContain('<link rel="canonical" href="https://pruefblatt.example/marken/');
  });

  test("has a feed at its old address, too, which names the new one", () => {
    expect(print("/vertrieb/feed.atom")).toBe(print("/marken/feed.atom"));
    expect(print("/vertrieb/feed.json")).toContain("https://pruefblatt.example/marken/feed.json");
  });

  test("takes one line of _redirects for all that stands below it, after those of single articles", () => {
    const lines = print("/_redirects").trim().split("\n");
    expect(lines.slice(-2)).toEqual([
      "/vertrieb/* /marken/:splat 301",
      "/kolumnen/k%C3%A4se/* /marken/:splat 301",
    ]);
    expect(lines).toContain("/vertrieb/alt/ /marken/probe/ 301");
  });

  test("is led to by links that name where it stood, and one to what is not there is a mistake", () => {
    expect(() => refuseDeadLinks(magazine)).not.toThrow();
    expect(print("/marken/probe/")).toContain('<a href="/marken/drei-fragen/3/">dort</a>');
    const dead = magazineWith({
      "columns/marken.md": column,
      [file]: article({}, "Siehe [dort](/vertrieb/nirgends/)."),
    });
    expect(() => refuseDeadLinks(dead)).toThrow(
      'a link to "/vertrieb/nirgends/", which is no page',
    );
  });

  test("tells the comments service where its articles stood", () => {
    const { view } = pages.get("/threads.json") ?? {};
    const thread = view && "threads" in view && view.threads.find(({ id }) => id === "probe");
    expect(thread).toMatchObject({
      aliases: [
        "https://pruefblatt.example/vertrieb/alt/",
        "https://pruefblatt.example/vertrieb/drei-fragen/2/",
        "https://pruefblatt.example/vertrieb/probe/",
        "https://pruefblatt.example/kolumnen/k%C3%A4se/probe/",
      ],
    });
  });

  test.each([
    ["/alltag/", "/alltag/ (columns/alltag.md)"],
    ["/seite/", "/seite/2/ (magazine.yaml)"],
    ["/bilder/x/", "the folder /bilder/"],
    ["/", "/ (magazine.yaml)"],
  ])("cannot have stood at %s, where something stands now", (written, by) => {
    const taken = column.replace("/vertrieb", written);
    expect(() => pagesOf(magazineWith({ "columns/marken.md": taken }))).toThrow(
      `columns/marken.md:4:11 the former address "${written}" is taken by ${by}; expected an address without a page`,
    );
  });
});
