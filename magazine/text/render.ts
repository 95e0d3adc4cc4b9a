import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Language, Rendered } from "../model.ts";
import { closeLink } from "./alone.ts";
import { closeBox, openBox } from "./boxes.ts";
import type { Note } from "./footnotes.ts";
import { gap } from "./gaps.ts";
import { contentsOf } from "./headings.ts";
import { printImage } from "./images.ts";
import { plainText } from "./inline.ts";
import { isAllowedLink } from "./links.ts";
import {
  citationsIn,
  closeNote,
  openNote,
  printBacklinks,
  printCitation,
  printNotes,
} from "./notes.ts";
import { closeTable, openTable } from "./tables.ts";
import { typesetWords } from "./typography.ts";
import { escapeHtml } from "./view.ts";
import type { View } from "./view.ts";

/** A text taken apart, its headings named. */
export interface Parsed {
  readonly language: Language;
  readonly parts: readonly (readonly Token[])[];
  readonly notes: readonly Note[];
  /** The id of each heading with the part it stands in, from 1. */
  readonly headings: ReadonlyMap<string, number>;
}

/** Renders a text once for all its pages. */
export function render({ language, parts, notes, headings }: Parsed): Rendered {
  const opening = parts[0]?.find(beginsWords);
  const all = parts.flat();
  const viewOf = (tokens: readonly Token[]): View => ({
    language,
    headings,
    opening,
    citations: citationsIn(tokens),
  });
  const notesOf = (view: View) => printNotes(notes, view, (note) => print(note, view));
  const full = insetAt(all);
  let before = 0;
  return {
    parts: parts.map((tokens, index) => {
      const view = viewOf(tokens);
      const at = full - before;
      before += tokens.length;
      // Between two parts it belongs to the first.
      const isHere = at <= tokens.length && (at > 0 || index === 0);
      const body = printWith(tokens, view, [
        ...(index === 0 && opening === undefined ? [{ at: 0, gap: gap("lead", "alone") }] : []),
        { at: insetAt(tokens), gap: gap("inset", "part") },
        ...(isHere ? [{ at, gap: gap("inset", "all") }] : []),
      ]);
      return { body, notes: notesOf(view) };
    }),
    notes: notesOf(viewOf(all)),
    contents: contentsOf(parts),
  };
}

/** The HTML of a part, with gaps before some of its tokens, by their index, or behind them all. */
function printWith(
  tokens: readonly Token[],
  view: View,
  gaps: readonly { readonly at: number; readonly gap: string }[],
): string {
  let html = "";
  let from = 0;
  for (const { at, gap: open } of gaps.toSorted((a, b) => a.at - b.at)) {
    html += print(tokens.slice(from, at), view) + open;
    from = at;
  }
  return html + print(tokens.slice(from), view);
}

/** After the second paragraph, so that the text has begun; before the first heading behind one paragraph, so that none stands alone. */
function insetAt(tokens: readonly Token[]): number {
  let paragraphs = 0;
  for (const [index, { type, level }] of tokens.entries()) {
    if (level > 0) continue;
    if (type === "heading_open" && paragraphs > 0) return index;
    if (type === "paragraph_close") paragraphs += 1;
    if (paragraphs === 2) return index + 1;
  }
  return tokens.length;
}

/** Whether a token opens a paragraph of words, not of a picture, that stands in no other block. */
function beginsWords({ type, level }: Token, index: number, tokens: readonly Token[]): boolean {
  return (
    type === "paragraph_open" &&
    level === 0 &&
    plainText(tokens[index + 1]?.children ?? []).trim() !== ""
  );
}

const markdown = new MarkdownIt();

function print(tokens: readonly Token[], view: View): string {
  return markdown.renderer.render([...tokens], markdown.options, view);
}

const rules: Readonly<Record<string, (token: Token, view: View) => string>> = {
  box_open: openBox,
  box_close: closeBox,
  table_open: openTable,
  table_close: closeTable,
  image: printImage,
  footnote_ref: printCitation,
  note_open: openNote,
  note_close: closeNote,
  note_backlinks: printBacklinks,
  link_open: openLink,
  link_close: closeLink,
  // These are mistakes; where they are printed all the same, they do no harm.
  html_block: ({ content }) => escapeHtml(content),
  html_inline: ({ content }) => escapeHtml(content),
  footnote_missing: ({ content }) => escapeHtml(content),
  link_broken: ({ content }) => escapeHtml(content),
  leftover: ({ content }) => escapeHtml(content),
};

for (const [type, rule] of Object.entries(rules)) {
  markdown.renderer.rules[type] = (tokens, index, _options, view: View) => {
    const token = tokens[index];
    return token ? rule(token, view) : "";
  };
}

markdown.renderer.rules.paragraph_open = (tokens, index, options, { opening }: View, renderer) => {
  const opened = renderer.renderToken(tokens, index, options);
  return opening !== undefined && opening === tokens[index]
    ? opened + gap("lead", "inline")
    : opened;
};

function openLink(token: Token, { language, headings }: View): string {
  const href = token.attrGet("href") ?? "";
  const title = token.attrGet("title");
  // A refused address is a mistake; where its link is printed all the same, it leads nowhere.
  const leads = isAllowedLink(href) ? ` href="${addressOf(href, headings)}"` : "";
  const says = title === null ? "" : ` title="${escapeHtml(typesetWords(title, language))}"`;
  return `<a${leads}${says}>`;
}

function addressOf(href: string, headings: View["headings"]): string {
  if (href.startsWith("/")) return gap("link", href);
  if (!href.startsWith("#")) return escapeHtml(href);
  const id = href.slice(1);
  return gap("heading", id, headings.get(id) ?? null);
}
