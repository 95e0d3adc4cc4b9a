/** A note to the editor about one spot of a text. */
export interface TextMistake extends Place {
  readonly what: string;
  readonly expected: string;
  /** What was probably meant. */
  readonly guess?: string;
}

/** Both from 1, relative to the text's first line; columns in UTF-16 units, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function mistake(place: Place, what: string, expected: string, guess?: string): TextMistake {
  const { line, column } = place;
  return guess === undefined
    ? { line, column, what, expected }
    : { line, column, what, expected, guess };
}

export function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

/** The first line of what stands in the source, short enough for a message. */
export function excerpt(source: string): string {
  const [line = ""] = source.trim().split("\n", 1);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
