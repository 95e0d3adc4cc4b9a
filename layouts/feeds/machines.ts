import type { RobotsView, SitemapView, ThreadsView } from "../../magazine/pages/views.ts";
import { html, raw } from "../html.ts";
import type { Html } from "../html.ts";

/** sitemap.xml, sitemaps.org 0.9. */
export function sitemap({ pages }: SitemapView): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(({ url, updated }) => [place(url, updated), "\n"])}</urlset>
`;
}

function place(url: string, updated: string | null): Html {
  return html`<url><loc>${url}</loc>${updated !== null && html`<lastmod>${updated}</lastmod>`}</url>`;
}

/** threads.json, as the comments service reads it. */
export function threads(view: ThreadsView): Html {
  return raw(`${JSON.stringify(view, null, 1)}\n`);
}

/** robots.txt, RFC 9309. */
export function robots({ sitemap }: RobotsView): Html {
  return raw(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}
