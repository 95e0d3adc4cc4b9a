import { beforeAll, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../layouts/policy.ts";
import { openGraph } from "../../layouts/open-graph.ts";
import { structuredData } from "../../layouts/structured-data.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";

let site: Site;
beforeAll(async () => {
  site = await printSite(sample);
});

const url = "https://die-spalte.example";

/** What a page says of itself in its head: its title, its metas and its links, each as a line. */
function headOf(path: string): string[] {
  const [, head = ""] = /<head>(.*)<\/head>/su.exec(site.printed.get(path) ?? "") ?? [];
  const said = head.matchAll(
    /<title>(?<title>.*?)<\/title>|<meta (?:name|property)="(?<name>.*?)" content="(?<content>.*?)">|<link (?<link>.*?)>/gu,
  );
  return [...said].map(({ groups: { title, name, content, link } = {} }) =>
    title !== undefined ? title : name !== undefined ? `${name}: ${content}` : (link ?? ""),
  );
}

const feeds = (title: string, base: string) =>
  [
    ["atom", "application/atom+xml", "Atom"],
    ["rss", "application/rss+xml", "RSS"],
    ["json", "application/feed+json", "JSON Feed"],
  ].map(
    ([format, type, name]) =>
      `rel="alternate" type="${type}" title="${title} (${name})" href="${base}feed.${format}"`,
  );

const viewport = "viewport: width=device-width, initial-scale=1";
const icon = expect.stringMatching(/^rel="icon" type="image\/svg\+xml" href="\/assets\/icon/u);

test("the head of an article's part names the part, the article's one address, feeds, and all that networks show", () => {
  const path = "/vertrieb/achtzig-prozent/";
  const says =
    "Im Vertrieb gibt es eine Zahl, die keine ist. Unsere Kolumnistin hat sie mit Kleingeld überführt.";
  expect(headOf(`${path}2/`)).toEqual([
    viewport,
    "Zu achtzig Prozent sicher – Seite 2 von 2 – Die Spalte",
    `description: ${says}`,
    `rel="canonical" href="${url}${path}alles/"`,
    icon,
    ...feeds("Vertrieb", "/vertrieb/"),
    ...feeds("Die Spalte", "/"),
    "og:type: article",
    "og:site_name: Die Spalte",
    "og:locale: de_DE",
    "og:title: Zu achtzig Prozent sicher",
    `og:url: ${url}${path}alles/`,
    `og:description: ${says}`,
    expect.stringMatching(
      /^og:image: https:\/\/die-spalte\.example\/bilder\/achtzig-prozent-share\.[0-9a-f]{8}\.jpg$/u,
    ),
    "og:image:alt: Zu achtzig Prozent sicher",
    "og:image:width: 1200",
    "og:image:height: 630",
    "article:published_time: 2026-09-14T00:00:00+02:00",
    "article:modified_time: 2026-11-03T00:00:00+01:00",
    "article:section: Vertrieb",
    `article:author: ${url}/autoren/leyla-erkan/`,
    "article:tag: Zahlen",
    "article:tag: Außendienst",
    "twitter:card: summary_large_image",
  ]);
});

test("the head of an author's page shows the portrait", () => {
  const path = "/autoren/leyla-erkan/";
  expect(headOf(path)).toEqual([
    viewport,
    "Leyla Erkan – Die Spalte",
    "description: Die Zahlenflüsterin",
    `rel="canonical" href="${url}${path}"`,
    icon,
    ...feeds("Leyla Erkan", path),
    ...feeds("Die Spalte", "/"),
    "og:type: profile",
    "og:site_name: Die Spalte",
    "og:locale: de_DE",
    "og:title: Leyla Erkan",
    `og:url: ${url}${path}`,
    "og:description: Die Zahlenflüsterin",
    expect.stringMatching(/^og:image: https:\/\/die-spalte\.example\/bilder\/leyla-erkan\./u),
    "og:image:width: 96",
    "og:image:height: 96",
  ]);
  const page = site.pages.find((one) => one.path === path);
  if (page?.layout !== "author") throw new Error("the sample has the author");
  expect(openGraph(page.view, { type: "profile", image: null }).toString()).not.toContain("image");
});

test("what is not there has no address of its own, and is not to be found", () => {
  expect(headOf("/404.html")).toEqual([
    viewport,
    "Diese Seite gibt es nicht – Die Spalte",
    expect.stringMatching(/^description: Diese Seite gibt es nicht – Die Spalte\. Kolumnen über/u),
    "robots: noindex",
    icon,
    ...feeds("Die Spalte", "/"),
  ]);
  expect(headOf("/").join()).not.toContain("noindex");
});

test("the kind of page is named to networks: the home page, lists and plain pages are a website's", () => {
  for (const path of [
    "/",
    "/marken/",
    "/themen/",
    "/themen/zahlen/",
    "/archiv/",
    "/suche/",
    "/autoren/",
    "/impressum/",
  ]) {
    expect(headOf(path)).toContain("og:type: website");
    expect(headOf(path)).toContain(`og:url: ${url}${path}`);
  }
});

test("the place in the magazine is marked in the navigation: the column of an article, the page of authors, the search", () => {
  const marked = (path: string) =>
    [
      ...(site.printed.get(path) ?? "").matchAll(
        /<a href="([^"]*)" aria-current="(?:page|true)"/gu,
      ),
    ].map(([, to]) => to);
  expect(marked("/")).toEqual(["/"]);
  expect(marked("/marken/")).toEqual(["/marken/"]);
  expect(marked("/vertrieb/elf-tueren/")).toEqual(["/vertrieb/"]);
  expect(marked("/autoren/")).toEqual(["/autoren/"]);
  expect(marked("/autoren/leyla-erkan/")).toEqual(["/autoren/"]);
  expect(marked("/suche/")).toEqual(["/suche/"]);
  expect(marked("/impressum/")).toEqual([]);
});

/** What a page tells search engines. */
function graphOf(path: string): unknown {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(
    site.printed.get(path) ?? "",
  );
  return json?.[1] === undefined ? undefined : (JSON.parse(json[1]) as object);
}

const trail = (...ways: readonly (readonly [name: string, path: string])[]) => ({
  "@type": "BreadcrumbList",
  itemListElement: [["Die Spalte", "/"] as const, ...ways].map(([name, path], index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: url + path,
  })),
});

test("search engines are told what an article is, who wrote it, and the way to it", () => {
  const path = "/vertrieb/achtzig-prozent/alles/";
  expect(graphOf(path)).toEqual({
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "NewsArticle",
        headline: "Zu achtzig Prozent sicher",
        description: expect.stringMatching(/^Im Vertrieb gibt es eine Zahl/u),
        image: [
          expect.stringMatching(/^https:\/\/die-spalte\.example\/bilder\/achtzig-prozent-share/u),
        ],
        datePublished: "2026-09-14T00:00:00+02:00",
        dateModified: "2026-11-03T00:00:00+01:00",
        author: [{ "@type": "Person", name: "Leyla Erkan", url: `${url}/autoren/leyla-erkan/` }],
        publisher: { "@type": "Organization", name: "Verlag Spaltenbreit GmbH", url: `${url}/` },
        mainEntityOfPage: url + path,
        articleSection: "Vertrieb",
        keywords: ["Zahlen", "Außendienst"],
        inLanguage: "de",
      },
      trail(["Vertrieb", "/vertrieb/"], ["Zu achtzig Prozent sicher", path]),
    ],
  });
});

test("search engines are told who an author is", () => {
  const path = "/autoren/leyla-erkan/";
  expect(graphOf(path)).toEqual({
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "ProfilePage",
        url: url + path,
        mainEntity: {
          "@type": "Person",
          name: "Leyla Erkan",
          description: "Die Zahlenflüsterin",
          jobTitle: "Marktforscherin",
          image: expect.stringMatching(/^https:\/\/die-spalte\.example\/bilder\/leyla-erkan/u),
          url: url + path,
          sameAs: ["https://leyla-erkan.example", "https://leyla-erkan.example/fehler"],
        },
      },
      trail(["Autoren", "/autoren/"], ["Leyla Erkan", path]),
    ],
  });
});

test("search engines are told what a list holds, and of the home page whose it is", () => {
  const list = {
    "@type": "ItemList",
    itemListElement: [
      ["/vertrieb/achtzig-prozent/", "Zu achtzig Prozent sicher"],
      ["/marken/der-vierzehnte/", "Der Vierzehnte"],
    ].map(([path, name], index) => ({
      "@type": "ListItem",
      position: index + 1,
      url: `${url}${path}`,
      name,
    })),
  };
  expect(graphOf("/themen/zahlen/")).toEqual({
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "CollectionPage",
        name: "Zahlen",
        url: `${url}/themen/zahlen/`,
        inLanguage: "de",
        mainEntity: list,
      },
      trail(["Themen", "/themen/"], ["Zahlen", "/themen/zahlen/"]),
    ],
  });
  expect(graphOf("/")).toMatchObject({
    "@graph": [
      {
        "@type": "WebSite",
        name: "Die Spalte",
        description: site.magazine.description,
        url: `${url}/`,
        inLanguage: "de",
      },
      { "@type": "CollectionPage", name: "Die Spalte", url: `${url}/` },
    ],
  });
  expect(graphOf("/404.html")).toBeUndefined();
});

test("no text ends the script that it stands in", () => {
  const page = site.pages.find(({ path }) => path === "/404.html");
  if (page?.layout !== "notFound") throw new Error("there is always a page for what is not there");
  const said = structuredData(page.view, [{ "@type": "Thing", name: "</script>\u2028\u2029" }]);
  expect(said?.toString()).toContain('"name":"\\u003c/script>\\u2028\\u2029"');
});

test("a page's policy allows its own styles, and what it is allowed besides", () => {
  const rules = (policy: string) => policy.split("; ");
  expect(rules(contentSecurityPolicy(["sha256-a", "sha256-b"], null))).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'sha256-a' 'sha256-b'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  const more = rules(contentSecurityPolicy([], "https://c.example", ["forms", "assembly"]));
  expect(more).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(more).toContain("connect-src 'self' https://c.example");
  expect(more).toContain("form-action 'self'");
});
