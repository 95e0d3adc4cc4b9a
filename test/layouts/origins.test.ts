import { expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { editionAt } from "../../magazine/edition.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { printSite, sample, today } from "../site.ts";

/** Addresses that a browser asks for by itself: not those behind a link. */
const loading = /<(?!a\b)[a-z-]+\b[^>]*?\s(?:src|srcset|href|poster|data|service)="([^"]+)"/g;

test("pages ask nobody but the site and the service", async () => {
  const { magazine, pages, printed } = await printSite(sample);
  const own = new Set([magazine.url, magazine.comments?.service]);
  for (const { path } of pages.filter(({ path }) => path.endsWith("/"))) {
    const html = printed.get(path) ?? "";
    const asked = [...html.matchAll(loading)].map(([, address = ""]) => address);
    expect(asked.length).toBeGreaterThan(2);
    const foreign = asked.filter(
      (address) => !address.startsWith("/") && !own.has(URL.parse(address)?.origin),
    );
    expect(foreign).toEqual([]);
    expect(html).not.toMatch(/url\((?!#)/);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    const origins = [...policy.matchAll(/https?:[^\s;]+/g)].map(([origin]) => origin);
    expect(origins).toEqual([magazine.comments?.service]);
  }
});

test("the policy stands before the style and names its hash", async () => {
  const { printed } = await printSite(sample);
  const home = printed.get("/") ?? "";
  const style = /<style>(.+?)<\/style>/s.exec(home)?.[1] ?? "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const hash = Buffer.from(digest).toString("base64");
  expect(home).toContain(`style-src &#39;sha256-${hash}&#39;`);
  expect(home.indexOf("Content-Security-Policy")).toBeLessThan(home.indexOf("<style>"));
});

test("_headers says what a page cannot say itself, and lets a picture at its own address only draw", async () => {
  const { printed } = await printSite(sample);
  const headers = printed.get("/_headers") ?? "";
  const [everywhere = "", pictures = "", assets = ""] = headers.split("\n\n");
  expect(everywhere).toMatch(/^\/\*\n/);
  expect(everywhere).toContain("frame-ancestors 'none'");
  expect(everywhere).toContain("X-Content-Type-Options: nosniff");
  expect(pictures).toMatch(/^\/bilder\/\*\n/);
  expect(pictures).toContain(
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  );
  expect(assets).toMatch(/^\/assets\/\*\n/);
});

test.each([
  ["de", "/suche/"],
  ["en", "/search/"],
] as const)(
  "only where one searches a page may run WebAssembly or send a form (%s)",
  async (language, search) => {
    const magazine = editionAt(readMagazine(sample), today, false);
    const { assets } = await buildAssets(language);
    const pages = pagesOf({ ...magazine, language }).filter(({ path }) => /\/$|html$/.test(path));
    const allowed = (words: string) =>
      pages.filter((page) => printPage(page, assets).includes(words)).map(({ path }) => path);
    expect(allowed("&#39;wasm-unsafe-eval&#39;")).toEqual([search]);
    expect(allowed("form-action &#39;self&#39;")).toEqual([search, "/404.html"]);
    expect(allowed(assets.search)).toEqual([search]);
  },
);
