import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { closeLink } from "./alone.ts";
import { closeBox, openBox } from "./boxes.ts";
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
import type { Parsed } from "./parsed.ts";
import { closeTable, openTable } from "./tables.ts";
import { typesetWords } from "./typography.ts";
import { escapeHtml } from "./view.ts";
import type { ImageAddress, View } from "./view.ts";

export interface RenderOptions {
  /** From 1, or all on one page. */
  readonly part: number | "all";
  /** Trusted HTML that runs in before the first words of the text: the dateline. */
  readonly lead?: string | undefined;
  /** Trusted HTML that stands after the second paragraph, or before a heading that comes sooner: the contents. */
  readonly inset?: string | undefined;
  /** Where a picture is printed. Left out: where its source says. */
  readonly image?: ((src: string) => ImageAddress) | undefined;
  /** What a link to a page of the magazine leads to, by the address in the source. Left out: to that. */
  readonly link?: ((href: string) => string) | undefined;
  /** The address of the text's page, where it is read elsewhere: links within the text lead there. */
  readonly page?: string | undefined;
  /** The address of another part's page, for links to headings there. Left out: such links stay `#heading`. */
  readonly partAddress?: ((part: number) => string) | undefined;
}

/** The HTML of one part of a text or of all, with the footnotes cited in it. Throws a RangeError for a part that is not there. */
export function renderText(
  { parsed }: { readonly parsed: Parsed },
  options: RenderOptions,
): string {
  const { part, lead = "", inset = "", image, link, page = "", partAddress } = options;
  const { language, parts, notes, headings } = parsed;
  const tokens = part === "all" ? parts.flat() : parts[part - 1];
  if (!tokens) throw new RangeError(`part ${part} of a text with ${parts.length}`);
  const opening = lead !== "" && (part === 1 || part === "all");
  const paragraph = opening ? parts[0]?.find(beginsWords) : undefined;
  const here = (id: string) => `${page}#${id}`;
  const view: View = {
    language,
    image: image ?? ((src) => ({ address: encodeURI(src) })),
    citations: citationsIn(tokens),
    lead: paragraph ? { html: lead, paragraph } : null,
    fragment: (id) => {
      const target = headings.get(id);
      const elsewhere = part !== "all" && target !== undefined && target !== part;
      return elsewhere && partAddress ? `${partAddress(target)}#${id}` : here(id);
    },
    here,
    link: link ?? ((href) => href),
  };
  const alone = opening && !paragraph ? `<p>${lead}</p>\n` : "";
  const place = inset === "" ? 0 : insetAt(tokens);
  const body = print(tokens.slice(0, place), view) + inset + print(tokens.slice(place), view);
  return alone + body + printNotes(notes, view, (note) => print(note, view));
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

markdown.renderer.rules.paragraph_open = (tokens, index, options, { lead }: View, renderer) => {
  const opened = renderer.renderToken(tokens, index, options);
  return lead && lead.paragraph === tokens[index] ? `${opened}${lead.html} ` : opened;
};

function addressOf(href: string, view: View): string {
  if (href.startsWith("#")) return view.fragment(href.slice(1));
  return href.startsWith("/") ? view.link(href) : href;
}

function openLink(token: Token, view: View): string {
  const href = token.attrGet("href") ?? "";
  const title = token.attrGet("title");
  const address = addressOf(href, view);
  // A refused address is a mistake; where its link is printed all the same, it leads nowhere.
  const leads = isAllowedLink(href) ? ` href="${escapeHtml(address)}"` : "";
  const says = title === null ? "" : ` title="${escapeHtml(typesetWords(title, view.language))}"`;
  return `<a${leads}${says}>`;
}
