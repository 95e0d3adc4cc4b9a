import { html, raw } from "../../layouts/html.ts";
import type { Language } from "../../magazine/model.ts";
import type { PrintedArticle } from "./articles.ts";

/** What a printed article's text stands in. */
const opening = '<div class="body">';

/**
 * An article as one document for Pagefind: the text of all its parts, once, without masthead, share links and what else stands around it.
 * Each part begins with an empty element that has the part's address as its id, so that a result knows the page on which its words stand.
 *
 * @param pages the HTML of its parts, in their order
 * @throws Error when a page has no text where the layout prints it
 */
export function searchRecord(
  article: PrintedArticle,
  pages: readonly string[],
  language: Language,
): string {
  const { title, standfirst, column, authors, date, parts } = article;
  const meta = {
    title,
    column,
    // Pagefind makes one space of whatever gaps there are.
    authors: authors.join(", "),
    date: date.slice(0, "2012-10-19".length),
  };
  const filters = [
    ["column", column],
    ...authors.map((author) => ["author", author]),
    ["year", date.slice(0, "2012".length)],
  ];
  return html`<!doctype html><html lang="${language}"><body>
${Object.entries(meta).map(([name, value]) => html`<i data-pagefind-meta="${name}[title]" title="${value}"></i>`)}
${filters.map(([name, value]) => html`<i data-pagefind-filter="${name}[title]" title="${value}"></i>`)}
${standfirst !== null && html`<p data-pagefind-body>${standfirst}</p>`}
${parts.map((address, index) => html`<div data-pagefind-body><i id="${address}"></i>${raw(textOf(pages[index] ?? "", address))}</div>`)}
</body></html>`.toString();
}

/** What stands in the element that holds a printed article's text. */
function textOf(page: string, address: string): string {
  const start = page.indexOf(opening);
  const end = start === -1 ? -1 : endOf(page, start);
  if (end === -1)
    throw new Error(
      `${address} has no ${opening}: layouts/article.ts and scripts/search/record.ts disagree`,
    );
  return page.slice(start + opening.length, end);
}

/** Where the element ends that begins there; -1 when it does not. No text and no attribute that we print holds a `<`. */
function endOf(page: string, start: number): number {
  const tags = /<(\/?)div\b/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(page); tag !== null; tag = tags.exec(page)) {
    depth += tag[1] === "" ? 1 : -1;
    if (depth === 0) return tag.index;
  }
  return -1;
}
