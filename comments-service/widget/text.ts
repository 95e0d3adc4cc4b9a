import { textBlocks, type TextPiece } from "../domain/text-blocks.ts";
import { element } from "./dom.ts";

/** A comment's text as paragraphs, quotes, code and links. */
export function textView(text: string): HTMLElement[] {
  return textBlocks(text).map(({ isQuote, isCode, lines }) => {
    const lineEnd = () => (isCode ? "\n" : element("br", {}));
    const words = lines.flatMap((line) => [lineEnd(), ...line.map(pieceView)]).slice(1);
    const paragraph = element(isCode ? "pre" : "p", { dir: "auto" }, ...words);
    return isQuote ? element("blockquote", {}, paragraph) : paragraph;
  });
}

function pieceView(piece: TextPiece): Node | string {
  if (typeof piece === "string") return piece;
  return element("a", { href: piece.href, rel: "nofollow ugc noopener" }, piece.href);
}
