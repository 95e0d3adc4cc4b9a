import { Lexer } from "yaml";

/** A piece of the notation that means something: an indicator, a scalar, a comment. */
interface Lexeme {
  readonly text: string;
  /** A scalar without quotes. */
  readonly isPlain: boolean;
  readonly offset: number;
  /** On which it begins and ends; columns from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly column: number;
  /** Of the first lexeme on its line. */
  readonly indent: number;
}

/**
 * Where comments begin that an editor did not mean as such: `title: Platz #1 der Charts` has the title 'Platz'. A comment on a line of
 * its own, behind a value in quotes or brackets, or behind the name of a list or map that follows, is one.
 *
 * @param isBroken whether the source is no YAML: then a comment in brackets may have taken the closing one.
 * @returns offsets of their `#`, in order
 */
export function swallowedWords(source: string, isBroken: boolean): number[] {
  if (!source.includes("#")) return [];
  const lexemes = lexemesOf(source);
  const said = lexemes.filter((lexeme) => !isComment(lexeme));
  let next = 0;
  return lexemes.filter(isComment).flatMap((comment) => {
    while ((said[next]?.offset ?? Infinity) < comment.offset) next += 1;
    const before = said[next - 1];
    if (before === undefined || before.lastLine !== comment.firstLine) return [];
    const isMeant =
      !before.isPlain &&
      (/^[:\-?]$/.test(before.text)
        ? belongs(before, said[next], said[next + 1])
        : !(isBroken && /^[[{,]$/.test(before.text)));
    return isMeant ? [] : [comment.offset];
  });
}

function isComment({ text, isPlain }: Lexeme): boolean {
  return text.startsWith("#") && !isPlain;
}

/** Whether `next` begins a list or a map that is the value of what stands before the comment. */
function belongs(before: Lexeme, next: Lexeme | undefined, behind: Lexeme | undefined): boolean {
  if (next === undefined) return false;
  if (next.text === "-") {
    // The hyphens of a list may stand right under its name.
    const under = before.text === ":" && before.indent < before.column;
    return next.column > before.indent || (under && next.column === before.indent);
  }
  return behind?.text === ":" && next.column > before.indent;
}

/** The lexer's own, which stand for no text: of these one stands before a scalar without quotes. */
const plainMark = "\u001F";
const marks = new Set(["\u0002", "\u0018", plainMark]);

function lexemesOf(source: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let offset = 0;
  let line = 0;
  let lineStart = 0;
  let isPlain = false;
  for (const text of new Lexer().lex(source)) {
    if (marks.has(text)) {
      isPlain = text === plainMark;
      continue;
    }
    const ends = text.split("\n").length - 1;
    if (/\S/.test(text)) {
      const column = offset - lineStart;
      const last = lexemes.at(-1);
      const indent = last?.lastLine === line ? last.indent : column;
      const lastLine = line + text.trimEnd().split("\n").length - 1;
      lexemes.push({ text, isPlain, offset, firstLine: line, lastLine, column, indent });
    }
    line += ends;
    offset += text.length;
    if (ends > 0) lineStart = offset - (text.length - text.lastIndexOf("\n") - 1);
    isPlain = false;
  }
  return lexemes;
}
