import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Dropped } from "./plain-html.ts";
import { plainTextOf } from "./plain-html.ts";
import { fenced } from "./plain-page.ts";

// Only what decides whether a `<` begins a tag; everything else stays as it was typed.
const markdown = new MarkdownIt("commonmark").disable(["emphasis", "link", "image", "newline"]);

/**
 * Markdown (CommonMark) as plain text: as it was typed, but for the HTML in it, of which the words stay. Code, escaped signs and addresses
 * in angle brackets are words. Every block of code stands between fences.
 */
export function plainTextOfMarkdown(typed: string, dropped: Dropped): string {
  const source = typed.replace(/\r\n?/gu, "\n");
  const lines = source.split("\n");
  const out: string[] = [];
  let quotes = 0;
  let at = 0;

  const takeTo = (line: number) => {
    for (const each of lines.slice(at, line)) out.push(...plainLines(each, dropped));
    at = Math.max(at, line);
  };
  for (const token of markdown.parse(source, {})) {
    if (token.type === "blockquote_open") quotes += 1;
    if (token.type === "blockquote_close") quotes -= 1;
    if (token.map === null || !["inline", "html_block", "fence", "code_block"].includes(token.type))
      continue;
    const [from, to] = token.map;
    takeTo(from);
    const mark = "> ".repeat(quotes);
    const isCode = token.type === "fence" || token.type === "code_block";
    const made = isCode ? codeLines(token) : plainLines(token.content, dropped);
    const before = isCode ? mark : prefixOf(lines[from] ?? "", token);
    out.push(...made.map((line, index) => (index === 0 ? before : mark) + line));
    at = to;
  }
  takeTo(lines.length);
  return out.join("\n");
}

/** What stands before the words in their line: the marks of a quotation, a list, a heading. */
function prefixOf(line: string, { content }: Token): string {
  const first = content.split("\n", 1)[0]?.trim() ?? "";
  return line.slice(0, Math.max(line.lastIndexOf(first), 0));
}

/** A block of code between fences. A language's name stays behind the first; what else stands there would not be seen, so it stands within. */
function codeLines({ info, content }: Token): string[] {
  const words = info.trim();
  const isLanguage = /^[\w#+.-]{0,20}$/u.test(words);
  return fenced(isLanguage ? content : `${words}\n${content}`, isLanguage ? words : "");
}

function plainLines(content: string, dropped: Dropped): string[] {
  return plainTextOf(withTagsOnly(content), "line", dropped).split("\n");
}

/** The same as HTML in which only tags are tags. */
function withTagsOnly(content: string): string {
  const state = new markdown.inline.State(content, markdown, {}, []);
  let html = "";
  while (state.pos < state.posMax) {
    const from = state.pos;
    markdown.inline.skipToken(state);
    const piece = content.slice(from, state.pos);
    const isCode = piece.startsWith("`");
    const isTag = piece.length > 1 && piece.startsWith("<");
    if (isCode) html += escaped(piece);
    else html += isTag ? piece : piece.replaceAll("<", "&lt;");
  }
  return html;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
