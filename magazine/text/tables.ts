import type { Token } from "markdown-it";
import { languageWords } from "./language.ts";
import { escapeHtml } from "./view.ts";
import type { View } from "./view.ts";

/**
 * Numbers the tables of a text, names what its head cells head, and turns the alignment into classes: a strict Content-Security-Policy
 * blocks the style attributes of markdown-it. A head cell without words heads nothing.
 */
export function prepareTables(blocks: readonly Token[]): void {
  let tables = 0;
  for (const [index, token] of blocks.entries()) {
    if (token.type === "table_open") token.meta = tables += 1;
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    const alignment = token.attrGet("style")?.replace("text-align:", "");
    token.attrs = alignment === undefined ? [] : [["class", alignment]];
    if (token.type === "td_open") continue;
    if (blocks[index + 1]?.content) token.attrs.unshift(["scope", "col"]);
    else for (const end of [token, blocks[index + 2]]) if (end) end.tag = "td";
  }
}

/** A wide table scrolls in a box of its own, which the keyboard reaches. */
export function openTable({ meta }: Token, { language }: View): string {
  // The number that `prepareTables` gave.
  const name = languageWords[language].table(meta as number);
  return `<section class="table" tabindex="0" aria-label="${escapeHtml(name)}">\n<table>\n`;
}

export function closeTable(): string {
  return "</table>\n</section>\n";
}
