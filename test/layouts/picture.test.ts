import { expect, test } from "vitest";
import { article as articleLayout } from "../../layouts/article.ts";
import { author as authorLayout } from "../../layouts/author.ts";
import { home as homeLayout } from "../../layouts/home.ts";
import { list } from "../../layouts/list.ts";
import { caption, picture, plainPicture } from "../../layouts/picture.ts";
import type { Image } from "../../magazine/model.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import type { ArticleView, AuthorView, HomeView, ListView } from "../../magazine/pages/views.ts";
import { article, magazineWith } from "../magazine/read/broken.ts";
import type { Changes } from "../magazine/read/broken.ts";
import { photo } from "../photo.ts";

const tor: Image = {
  file: "articles/tor.jpg",
  name: "/bilder/tor",
  hash: "0".repeat(64),
  width: 1600,
  height: 1200,
  kind: "photo",
  focus: { x: 50, y: 50 },
};
const tag = (html: unknown) => String(html).replaceAll(/\.[0-9a-f]{8}-/gu, "-");

test("a picture offers its formats, the best first, with widths, sizes, and the room that it takes", () => {
  const srcset = (format: string) =>
    [480, 800, 1280].map((width) => `/bilder/tor-${width}.${format} ${width}w`).join(",");
  const sizes = 'sizes="(min-width:43rem) 40rem,92vw"';
  expect(tag(picture(tor, "text", { alt: 'Das "Tor"' }))).toBe(
    `<picture><source type="image/avif" srcset="${srcset("avif")}" ${sizes}><source type="image/webp" srcset="${srcset("webp")}" ${sizes}>` +
      `<img src="/bilder/tor-1280.jpg" srcset="${srcset("jpg")}" ${sizes} alt="Das &quot;Tor&quot;" width="1280" height="960" loading="lazy" decoding="async"></picture>`,
  );
});

test("the first of a page is fetched before all others and not waited for", () => {
  const first = tag(picture(tor, "lead", { alt: "", eager: true }));
  expect(first).toContain('width="1280" height="640" fetchpriority="high">');
  expect(first).not.toContain("loading");
});

test("what is printed as it is is one file", () => {
  const svg: Image = { ...tor, file: "articles/tor.svg", kind: "asItIs" };
  expect(String(picture(svg, "text", { alt: "Tor" }))).toBe(
    '<img src="/bilder/tor.00000000.svg" alt="Tor" width="1600" height="1200" loading="lazy" decoding="async">',
  );
});

test("a portrait is square, and says itself how wide it stands", () => {
  const face = tag(picture(tor, "portrait", { alt: "", size: 44, class: "face" }));
  expect(face).toContain('<img class="face" src="/bilder/tor-384.jpg"');
  expect(face.match(/sizes="44px"/gu)).toHaveLength(3);
  expect(face).toContain('width="44" height="44"');
});

test("elsewhere it is one file that everything reads, at an absolute address", () => {
  expect(tag(plainPicture(tor, "lead", "https://example.org", "Tor"))).toBe(
    '<img src="https://example.org/bilder/tor-1280.jpg" alt="Tor" width="1280" height="640">',
  );
});

test.for([
  ["Das Tor", "Anna Kern", "Das Tor <small>Anna Kern</small>"],
  ["Das Tor", null, "Das Tor"],
  [null, "Anna Kern", "<small>Anna Kern</small>"],
] as const)("caption %s and credit %s stand below", ([says, credit, expected]) => {
  const printed = caption({ ...tor, alt: "Tor", caption: says, credit });
  expect(String(printed)).toBe(`<figcaption class="ui">${expected}</figcaption>`);
});

test("without either, nothing does", () => {
  expect(caption({ ...tor, alt: "Tor", caption: null, credit: null })).toBe(null);
});

/** The views of a magazine in which the newest article has these fields and text; the two before it have a picture. */
async function viewsWith(fields: Record<string, string>, body = "Ein Satz.\n") {
  const changes: Changes = {
    "magazine.yaml": (source) => source.replace(/perPage: \d+/u, "perPage: 20"),
    "articles/probe.md": article({ date: "2100-12-30", ...fields }, body),
    "articles/alt.md": article({ date: "2100-12-29", image: "tor.jpg", imageAlt: "Tor" }),
    "articles/uralt.md": article({ date: "2100-12-28", image: "tor.jpg", imageAlt: "Tor" }),
    "articles/tor.jpg": await photo(640, 480),
    "authors/bert-zander.md":
      "---\nname: Bert Zander\nportrait: ../articles/tor.jpg\nportraitFocus: 10% 0%\n---\n\nEr.\n",
  };
  const pages = pagesOf(magazineWith(changes));
  return (path: string) => pages.find((page) => page.path === path)?.view;
}

const pictures = (html: unknown) => [...String(html).matchAll(/<img [^>]*>/gu)].map(([img]) => img);
/** Whether each is fetched at once, but for portraits. */
const areEager = (html: unknown) =>
  pictures(html)
    .filter((img) => !img.includes("face"))
    .map((img) => img.includes('fetchpriority="high"') && !img.includes('loading="lazy"'));

test("an article shows its picture with caption and credit, at once, and those of its text late", async () => {
  const view = await viewsWith(
    { image: "tor.jpg", imageAlt: "Ein Tor", imageCaption: "Das Tor", imageCredit: "'Foto: Kern'" },
    "![Ein Tor](tor.jpg)\n\n![Ein Tor](tor.jpg)\n",
  );
  const main = String(articleLayout(view("/marken/probe/") as ArticleView).main);
  const [lead, ...others] = areEager(main.split("</article>")[0]);
  expect([lead, ...others.slice(0, 2)]).toEqual([true, false, false]);
  expect(main).toContain('alt="Ein Tor"');
  expect(main).toContain('<figcaption class="ui">Das Tor <small>Foto: Kern</small></figcaption>');
});

test("without a picture of its own the first in its text is the first of the page, on each part", async () => {
  const body = "![Ein Tor](tor.jpg)\n\n![Ein Tor](tor.jpg)\n";
  const view = await viewsWith({}, `${body}\n<!-- pagebreak -->\n\n${body}`);
  for (const path of ["/marken/probe/", "/marken/probe/2/"])
    expect(areEager(articleLayout(view(path) as ArticleView).main).slice(0, 2)).toEqual([
      true,
      false,
    ]);
});

test("lists show the pictures that there are; the first of the page at once", async () => {
  const without = (await viewsWith({}))("/") as HomeView;
  const withLead = (await viewsWith({ image: "tor.jpg", imageAlt: "Ein Tor" }))("/") as HomeView;
  expect(areEager(homeLayout(without).main).slice(0, 2)).toEqual([true, false]);
  expect(areEager(homeLayout(withLead).main).slice(0, 3)).toEqual([true, false, false]);
  expect(areEager(list((await viewsWith({}))("/marken/") as ListView))).toEqual([true, false]);
  const html = String(homeLayout(withLead).main);
  // The headline says where it leads: who listens or goes by keys meets the link once.
  expect(html).toContain(
    '<a class="shot wide-shot" href="/marken/probe/" tabindex="-1" aria-hidden="true">',
  );
  expect(html).toContain('<a class="shot" href="/marken/alt/" tabindex="-1" aria-hidden="true">');
});

test("an author's portrait is cut about its focus", async () => {
  const view = (await viewsWith({}))("/autoren/bert-zander/") as AuthorView;
  expect(view.portrait?.focus).toEqual({ x: 10, y: 0 });
  expect(pictures(authorLayout(view).main)[0]).toMatch(/width="96" height="96"/u);
});
