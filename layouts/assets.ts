import type { LayoutName } from "../magazine/pages/views.ts";

/** Layouts that print a whole HTML page, with the shell around them. */
export type FramedLayout = Exclude<
  LayoutName,
  "feed" | "sitemap" | "threads" | "robots" | "headers" | "moved" | "redirects"
>;

/** What the build makes of `styles/` and `browser/` and hands to every layout. */
export interface Assets {
  /** The style that a page carries, and its hash as a Content-Security-Policy names it (`sha256-…`). */
  readonly styles: Readonly<Record<FramedLayout, { readonly css: string; readonly hash: string }>>;
  /** The address of the pages' script, which loads the comment widget when it is needed. */
  readonly script: string;
  /** The address of the sign in the browser's tab. */
  readonly icon: string;
}

/** The files in `styles/` that each layout's pages carry, in their order. */
export const stylesheets: Readonly<Record<FramedLayout, readonly string[]>> = {
  home: ["base", "list", "home"],
  column: ["base", "list"],
  authors: ["base", "text", "authors"],
  author: ["base", "text", "list", "authors"],
  article: ["base", "text", "article", "thread"],
  plain: ["base", "text"],
  notFound: ["base", "text"],
};
