import type { Views } from "../magazine/pages/page.ts";
import type { FramedView } from "../magazine/pages/views.ts";
import { archive } from "./archive.ts";
import { article } from "./article.ts";
import { author } from "./author.ts";
import { authors } from "./authors.ts";
import { column } from "./column.ts";
import { atom } from "./feeds/atom.ts";
import { jsonFeed } from "./feeds/json-feed.ts";
import { headers, json, robots } from "./feeds/machines.ts";
import { rss } from "./feeds/rss.ts";
import { newsSitemap, sitemap, sitemapIndex } from "./feeds/sitemaps.ts";
import { home } from "./home.ts";
import type { Html } from "./html.ts";
import { listing } from "./listing.ts";
import { mistakes } from "./mistakes.ts";
import { moved, redirects } from "./moved.ts";
import { notFound } from "./not-found.ts";
import { plain } from "./plain.ts";
import { search } from "./search.ts";
import type { Inside } from "./shell.ts";
import { stylePage } from "./style-page.ts";
import { topics } from "./topics.ts";

/** How a kind of page is printed that has the shell around it, and the files in `styles/` that it carries, in their order. */
export interface FramedKind<View> {
  readonly print: (view: View) => Inside;
  readonly styles: readonly string[];
}

/** How a kind of page is printed that is all there is. */
export interface BareKind<View> {
  readonly print: (view: View) => Html;
}

type Registry = {
  readonly [Name in keyof Views]: Views[Name] extends FramedView
    ? FramedKind<Views[Name]>
    : BareKind<Views[Name]>;
};

/** Every kind of page, by the name of its layout: the one place where a new kind is entered. */
export const registry: Registry = {
  home: { print: home, styles: ["base", "frame", "list", "home"] },
  column: { print: column, styles: ["base", "frame", "list"] },
  listing: { print: listing, styles: ["base", "frame", "list"] },
  topics: { print: topics, styles: ["base", "frame", "finding"] },
  archive: { print: archive, styles: ["base", "frame", "list", "finding"] },
  search: { print: search, styles: ["base", "frame", "list", "seek", "search"] },
  authors: { print: authors, styles: ["base", "frame", "text", "authors"] },
  author: { print: author, styles: ["base", "frame", "text", "list", "authors"] },
  article: {
    print: article,
    styles: ["base", "frame", "text", "article", "share", "reading-on", "turner"],
  },
  plain: { print: plain, styles: ["base", "frame", "text"] },
  stylePage: { print: stylePage, styles: ["base", "frame", "text", "style-page"] },
  notFound: { print: notFound, styles: ["base", "frame", "text", "list", "seek"] },
  atom: { print: atom },
  rss: { print: rss },
  jsonFeed: { print: jsonFeed },
  sitemap: { print: sitemap },
  sitemapIndex: { print: sitemapIndex },
  newsSitemap: { print: newsSitemap },
  threads: { print: json },
  threadYears: { print: json },
  threadsOfYear: { print: json },
  schedule: { print: json },
  robots: { print: robots },
  headers: { print: headers },
  moved: { print: moved },
  mistakes: { print: mistakes },
  redirects: { print: redirects },
};
