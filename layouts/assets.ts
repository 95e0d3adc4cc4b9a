import type { FramedLayout } from "../magazine/pages/page.ts";

/** What the build makes of `styles/` and `browser/` and hands to every layout. */
export interface Assets {
  /** The style that a page carries, and its hash as a Content-Security-Policy names it (`sha256-…`). */
  readonly styles: Readonly<Record<FramedLayout, { readonly css: string; readonly hash: string }>>;
  /** The address of the pages' script, which loads the comment widget when it is needed. */
  readonly script: string;
  /** The address of the sign in the browser's tab. */
  readonly icon: string;
}
