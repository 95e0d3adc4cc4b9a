import type { Place } from "./mistakes.ts";

/** Leads from an offset in a token's content back to the source. */
export type Locate = (offset: number) => Place;

interface Row {
  /** Offset of the row's first character in the content. */
  readonly start: number;
  /** Where that character stands in the source. */
  readonly place: Place;
}

/**
 * The way back from the content of a token to the source. markdown-it takes indentation and the marks of lists and quotes off each
 * line, so that a row of content is the tail of its line.
 * @param lines the lines of the source
 * @param firstLine the line, from 0, on which the content begins
 */
export function locateIn(lines: readonly string[], firstLine: number, content: string): Locate {
  // Most texts have no mistake, and then nobody asks.
  let rows: readonly Row[] | undefined;
  return (offset) => {
    rows ??= rowsOf(lines, firstLine, content);
    const row = rows[lastAtOrBefore(rows, offset)];
    if (row === undefined) return { line: firstLine + 1, column: 1 };
    return { line: row.place.line, column: row.place.column + offset - row.start };
  };
}

/** The index of the row that holds an offset, by halving: a hostile text has thousands of both. */
function lastAtOrBefore(rows: readonly Row[], offset: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function rowsOf(lines: readonly string[], firstLine: number, content: string): Row[] {
  let start = 0;
  return content.split("\n").map((text, index) => {
    const indent = text.length - text.trimStart().length;
    const found = (lines[firstLine + index] ?? "").lastIndexOf(text.trim());
    const row = {
      start,
      place: { line: firstLine + index + 1, column: Math.max(0, found - indent) + 1 },
    };
    start += text.length + 1;
    return row;
  });
}

/** The first character of a line (from 0) that is not white space. */
export function startOfLine(lines: readonly string[], line: number): Place {
  const text = lines[line] ?? "";
  return { line: line + 1, column: text.length - text.trimStart().length + 1 };
}
