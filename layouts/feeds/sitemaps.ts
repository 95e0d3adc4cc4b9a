import type {
  NewsSitemapView,
  SitemapIndexView,
  SitemapView,
} from "../../magazine/pages/machine-views.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";

/** A sitemap, sitemaps.org 0.9. */
export function sitemap({ pages }: SitemapView): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map((page) => html`<url>${place(page)}</url>\n`)}</urlset>
`;
}

/** The index of several sitemaps, sitemaps.org 0.9. */
export function sitemapIndex({ sitemaps }: SitemapIndexView): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps.map((one) => html`<sitemap>${place(one)}</sitemap>\n`)}</sitemapindex>
`;
}

function place({ url, updated }: SitemapView["pages"][number]): Html {
  return html`<loc>${url}</loc>${updated !== null && html`<lastmod>${updated}</lastmod>`}`;
}

/** A sitemap of news, by Google's extension 0.9. */
export function newsSitemap({ publication, language, articles }: NewsSitemapView): Html {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${articles.map(
  ({ url, title, date }) => html`<url><loc>${url}</loc><news:news>
<news:publication><news:name>${publication}</news:name><news:language>${language}</news:language></news:publication>
<news:publication_date>${date}</news:publication_date>
<news:title>${title}</news:title>
</news:news></url>
`,
)}</urlset>
`;
}
