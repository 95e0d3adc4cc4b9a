import type { FramedLayout } from "../magazine/pages/page.ts";
import type { TextStyle } from "./text-styles.ts";

/** CSS, and its hash as a Content-Security-Policy names it (`sha256-…`). */
export interface Style {
  readonly css: string;
  readonly hash: string;
}

/** What the build makes of `styles/` and `browser/` and hands to every layout. */
export interface Assets {
  /** The style that every page of a kind carries. */
  readonly styles: Readonly<Record<FramedLayout, Style>>;
  /** Those that a page carries besides when its text asks for them. */
  readonly textStyles: Readonly<Record<TextStyle, Style>>;
  /** The address of the pages' script, which loads the comment widget when it is needed. */
  readonly script: string;
  /** The address of the search page's own script. */
  readonly search: string;
  /** The address of the sign in the browser's tab. */
  readonly icon: string;
}
