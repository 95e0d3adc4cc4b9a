import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Language } from "../model.ts";

/** What the printing of tokens needs to know about the page they are printed on. */
export interface View {
  readonly language: Language;
  readonly image: (src: string) => ImageAddress;
  /** For each note cited here, by its number: which of its citations stand here. */
  readonly citations: ReadonlyMap<number, readonly number[]>;
  /** HTML that runs in before the words of a paragraph, and the token that opens the paragraph. */
  readonly lead: { readonly html: string; readonly paragraph: Token } | null;
  /** The address of a heading that may stand in another part. */
  readonly fragment: (id: string) => string;
  /** The address of what stands on this page: `#id`, or more where the text is read elsewhere. */
  readonly here: (id: string) => string;
  /** The address of a page of the magazine, as it is printed. */
  readonly link: (href: string) => string;
}

/** Where a picture is printed, and its size in pixels. */
export interface ImageAddress {
  readonly address: string;
  readonly width?: number;
  readonly height?: number;
}

export const { escapeHtml } = new MarkdownIt().utils;
