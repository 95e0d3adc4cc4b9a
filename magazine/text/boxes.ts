import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import { plainText } from "./inline.ts";
import { languageWords } from "./language.ts";
import { mistake } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";
import { startOfLine } from "./places.ts";
import { escapeHtml } from "./view.ts";
import type { View } from "./view.ts";

/** What is kept on the two tokens around a box. */
interface Box {
  readonly kind: "info" | "quote";
  /** Counted over the whole text, from 1. */
  readonly number: number;
  /** The words behind the mark, as a paragraph: what the box is about, or who said it. */
  readonly title: readonly Token[];
  /** Nothing stands behind the line of the mark. */
  readonly isEmpty: boolean;
}

const mark = /^\[!(info|quote)\][ \t]*([^\n]*?)[ \t]*(?:\n|$)/i;

/**
 * `> [!INFO] Title` and `> [!QUOTE] Who said it`: a quotation that begins with a mark is an info box, or a pull quote. The form is that of
 * GitHub's alerts and Obsidian's call-outs; where it is not known a quotation stands.
 */
export function boxRules({ core }: MarkdownIt): void {
  core.ruler.after("block", "boxes", (state: StateCore) => {
    let boxes = 0;
    let box: Box | undefined;
    // The last of three tokens of a paragraph that held nothing but the mark.
    let spent = -1;
    state.tokens = state.tokens.flatMap((token, at) => {
      if (token.level > 0) return at <= spent ? [] : token;
      if (token.type === "blockquote_open") {
        box = boxAt(state, at, boxes + 1);
        if (box === undefined) return token;
        boxes += 1;
        if (state.tokens[at + 2]?.content === "") spent = at + 3;
        become(token, "box_open", box);
        return box.kind === "info" ? [token, ...box.title] : token;
      }
      if (token.type !== "blockquote_close" || box === undefined) return token;
      become(token, "box_close", box);
      // Who said something stands below it.
      return box.kind === "quote" ? [...box.title, token] : token;
    });
  });
}

function become(token: Token, type: string, box: Box): void {
  token.type = type;
  token.meta = box;
}

/** Reads the mark of the quotation that opens there, and takes its line off the first paragraph. */
function boxAt({ tokens, Token: Made }: StateCore, at: number, number: number): Box | undefined {
  const [open, first, , next] = tokens.slice(at + 1, at + 5);
  const [line, kind = "", words = ""] = mark.exec(first?.content ?? "") ?? [];
  if (open?.type !== "paragraph_open" || !first?.map || line === undefined) return undefined;
  const [from, to] = first.map;
  const rest = first.content.slice(line.length);
  first.content = rest;
  first.map = [from + 1, to];
  return {
    kind: kind.toLowerCase() === "info" ? "info" : "quote",
    number,
    title: words === "" ? [] : titleOf(words),
    isEmpty: rest === "" && next?.type === "blockquote_close",
  };

  function titleOf(content: string): Token[] {
    const title = new Made("inline", "", 0);
    Object.assign(title, { content, children: [], map: [from, from + 1], level: 2 });
    const ends = [
      new Made("paragraph_open", "p", 1),
      new Made("paragraph_close", "p", -1),
    ] as const;
    for (const end of ends) Object.assign(end, { block: true, level: 1 });
    ends[0].attrSet("class", "title");
    return [ends[0], title, ends[1]];
  }
}

/** Boxes that say nothing. */
export function boxMistakes(blocks: readonly Token[], lines: readonly string[]): TextMistake[] {
  return blocks.flatMap((token) => {
    if (token.type !== "box_open" || !boxOf(token).isEmpty) return [];
    const place = startOfLine(lines, token.map?.[0] ?? 0);
    return [
      mistake(
        place,
        "a box without words",
        "its words on lines behind the first, each with > before it",
      ),
    ];
  });
}

/** The blocks of a text without its pull quotes, whose words stand in it already. */
export function withoutPullQuotes(blocks: readonly Token[]): Token[] {
  let isInside = false;
  return blocks.filter((token) => {
    const isQuote = token.type.startsWith("box_") && boxOf(token).kind === "quote";
    if (isQuote) isInside = token.nesting === 1;
    return !isInside && !isQuote;
  });
}

/** An info box is a region with its title as name; a pull quote says that it is one (DPUB-ARIA 1.0), and is not searched, for its words stand in the text. */
export function openBox(token: Token, { language }: View): string {
  const { kind, number, title } = boxOf(token);
  if (kind === "quote") return `<div class="pull" role="doc-pullquote" data-pagefind-ignore>\n`;
  const name = plainText(title[1]?.children ?? []) || languageWords[language].box(number);
  return `<section class="info" aria-label="${escapeHtml(name)}">\n`;
}

export function closeBox(token: Token): string {
  return boxOf(token).kind === "quote" ? "</div>\n" : "</section>\n";
}

function boxOf(token: Token): Box {
  // Put there by `boxRules`.
  return token.meta as Box;
}
