import type { Page, Views } from "../magazine/pages/views.ts";
import { article } from "./article.ts";
import type { Assets } from "./assets.ts";
import { author } from "./author.ts";
import { authors } from "./authors.ts";
import { column } from "./column.ts";
import { feed } from "./feeds/atom.ts";
import { headers, robots, sitemap, threads } from "./feeds/machines.ts";
import { home } from "./home.ts";
import type { Html } from "./html.ts";
import { moved, redirects } from "./moved.ts";
import { notFound } from "./not-found.ts";
import { plain } from "./plain.ts";

type Layouts = { readonly [Name in keyof Views]: (view: Views[Name], assets: Assets) => Html };

const layouts: Layouts = {
  home,
  column,
  authors,
  author,
  article,
  plain,
  notFound,
  feed,
  sitemap,
  threads,
  robots,
  headers,
  moved,
  redirects,
};

/** The bytes of a page. Pure: the same page and assets give the same text. */
export function printPage(page: Page, assets: Assets): string {
  // The page's type pairs each name with its view; TypeScript cannot follow the pair through the record.
  const layout = layouts[page.layout] as (view: Page["view"], assets: Assets) => Html;
  return layout(page.view, assets).toString();
}
