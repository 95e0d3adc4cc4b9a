import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Language } from "../model.ts";

/** What the rendering of tokens needs to know beside them. */
export interface View {
  readonly language: Language;
  /** For each note cited here, by its number: which of its citations stand here. */
  readonly citations: ReadonlyMap<number, readonly number[]>;
  /** The token that opens the paragraph which the lead runs in before; undefined when there is none. */
  readonly opening: Token | undefined;
  /** The id of each heading with the part it stands in, from 1. */
  readonly headings: ReadonlyMap<string, number>;
}

export type PrintPicture = (src: string, alt: string) => string;

export const { escapeHtml } = new MarkdownIt().utils;
