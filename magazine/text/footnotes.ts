import type MarkdownIt from "markdown-it";
import type { StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { environmentOf } from "./environment.ts";

/** One note, numbered over the whole text. */
export interface Note {
  readonly number: number;
  readonly tokens: readonly Token[];
}

/**
 * Adds to markdown-it-footnote, which finds definitions and citations: definitions remember their line, a citation without a
 * definition is a token of its own, and the notes are gathered behind the body, ready to be dealt out to the parts.
 */
export function footnoteRules(markdown: MarkdownIt): void {
  markdown.block.ruler.before("footnote_def", "footnote_label", rememberDefinition);
  markdown.inline.ruler.after("footnote_ref", "footnote_missing", citationOfNothing);
  markdown.core.ruler.at("footnote_tail", gatherNotes);
}

function rememberDefinition(
  state: StateBlock,
  line: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (silent || !state.src.startsWith("[^", start)) return false;
  const text = state.src.slice(start, state.eMarks[line]);
  const end = text.indexOf("]");
  if (text[end + 1] !== ":") return false;
  const label = text.slice(2, end);
  environmentOf(state).definitions.push({ label, line, nested: state.level > 0 });
  if (isLabel(label)) return false;
  // Otherwise it would silently become the definition of a link.
  state.line = line + 1;
  return true;
}

/** markdown-it-footnote takes no other names. */
export function isLabel(label: string): boolean {
  return label !== "" && !/\s/.test(label);
}

const citation = /\[\^[^\]\n]{1,100}\]/y;

function citationOfNothing(state: StateInline, silent: boolean): boolean {
  citation.lastIndex = state.pos;
  const found = citation.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  if (!silent) state.push("footnote_missing", "", 0).content = found;
  state.pos += found.length;
  return true;
}

function gatherNotes(state: StateCore): void {
  const body: Token[] = [];
  const definitions = new Map<string, Token[]>();
  let current = body;
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_open") definitions.set(labelOf(token), (current = []));
    else if (token.type === "footnote_reference_close") current = body;
    else current.push(token);
  }
  const cited = environmentOf(state).footnotes?.list ?? [];
  for (const [index, { label = "", content = "", tokens: written }] of cited.entries()) {
    const tokens = written ? paragraphOf(content, written) : definitions.get(label);
    const number = index + 1;
    body.push(mark("note_open", 1, number));
    for (const token of withBacklinks(tokens ?? [], number)) body.push(token);
    body.push(mark("note_close", -1, number));
  }
  state.tokens = body;

  function mark(type: string, nesting: 1 | 0 | -1, number: number): Token {
    const token = new state.Token(type, "", nesting);
    token.block = true;
    token.meta = number;
    return token;
  }

  function paragraphOf(content: string, children: Token[]): Token[] {
    const inline = new state.Token("inline", "", 0);
    inline.content = content;
    inline.children = children;
    const open = new state.Token("paragraph_open", "p", 1);
    const close = new state.Token("paragraph_close", "p", -1);
    open.block = close.block = true;
    return [open, inline, close];
  }

  /** The way back stands at the end of the last paragraph. */
  function withBacklinks(tokens: readonly Token[], number: number): Token[] {
    const end = tokens.at(-1)?.type === "paragraph_close" ? tokens.length - 1 : tokens.length;
    return tokens.toSpliced(end, 0, mark("note_backlinks", 0, number));
  }
}

function labelOf(token: Token): string {
  // markdown-it-footnote puts `{ label }` on the opening token of each definition.
  return (token.meta as { label: string }).label;
}

/** Takes the notes that `gatherNotes` put behind the body off again. */
export function splitNotes(tokens: readonly Token[]): { body: Token[]; notes: Note[] } {
  const start = tokens.findIndex(({ type }) => type === "note_open");
  const notes: Note[] = [];
  let note: Token[] = [];
  for (const token of start < 0 ? [] : tokens.slice(start)) {
    if (token.type === "note_open") note = [];
    note.push(token);
    if (token.type === "note_close") notes.push({ number: notes.length + 1, tokens: note });
  }
  return { body: tokens.slice(0, start < 0 ? tokens.length : start), notes };
}
