import type { Author, Text } from "../model.ts";
import type { KeptArticle } from "./memory.ts";

/** All of an article that pages know which do not show its text, as one text: what is left out is the words themselves, and where in the file something stands. */
export function outwardOf({ article: { text, ...article }, ...kept }: KeptArticle): string {
  return JSON.stringify([kept, article, outwardText(text)]);
}

/** The same of an author, and the bio. */
export function outwardAuthor({ bio, ...author }: Author): string {
  return JSON.stringify([author, outwardText(bio)]);
}

/** How many parts it has, which of its headings may be linked to, where it leads, and its pictures. */
function outwardText({ parts, headings, links, images }: Omit<Text, "rendered">): unknown {
  const hrefs = new Set(links.map(({ href }) => href));
  return [parts.length, headings, [...hrefs].toSorted(), images];
}
