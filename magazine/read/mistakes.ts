/** A note to the editor: where, what is wrong, what was expected, and perhaps what was meant. */
export interface Mistake {
  /** Relative to the content folder, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  readonly what: string;
  readonly expected: string;
  readonly guess?: string;
}

/** The line of a mistake, cut where it is long, and the spaces that stand before a caret below it. */
export interface Excerpt {
  readonly text: string;
  readonly before: string;
}

/** A mistake in the words of its magazine, with its line; null where there is none to show. */
export interface Told extends Mistake {
  readonly excerpt: Excerpt | null;
}

export type Place = Pick<Mistake, "file" | "line" | "column">;

/** Takes a mistake where it is found; reading goes on. */
export type Report = (mistake: Mistake) => void;

/** The content has mistakes: all of them, by file, line and column. */
export class ContentMistakes extends Error {
  override readonly name = "ContentMistakes";
  readonly mistakes: readonly Mistake[];

  /** @param tell gives the message: in English, or in the magazine's own words where its folder is known */
  constructor(
    mistakes: readonly Mistake[],
    tell: (mistakes: readonly Mistake[]) => string = printMistakes,
  ) {
    const sorted = mistakes.toSorted(byPlace);
    super(tell(sorted));
    this.mistakes = sorted;
  }
}

/**
 * Hands mistakes over to whoever takes them, and goes on; where nobody does, they end it.
 *
 * @throws ContentMistakes
 */
export function refuse(mistakes: readonly Mistake[], report?: Report): void {
  if (report !== undefined) for (const mistake of mistakes) report(mistake);
  else if (mistakes.length > 0) throw new ContentMistakes(mistakes);
}

/** There is nothing to read: no folder, or no magazine.yaml in it. The message is one line for whoever called. */
export class MissingMagazine extends Error {
  override readonly name = "MissingMagazine";
}

/** One line for each mistake, as `file:line:column what; expected …; did you mean "…"?`, and a closing count. */
export function printMistakes(mistakes: readonly Mistake[]): string {
  const files = new Set(mistakes.map((mistake) => mistake.file)).size;
  return [
    ...mistakes.map(printMistake),
    "",
    `${count(mistakes.length, "mistake")} in ${count(files, "file")}.`,
  ].join("\n");
}

export function printMistake(mistake: Mistake): string {
  const { file, line, column } = mistake;
  return inOneLine(`${file}:${line}:${column} ${noteOf(mistake)}`);
}

/** The mistake without its place, in one line. */
export function noteOf({ what, expected, guess }: Mistake): string {
  const question = guess === undefined ? "" : `; did you mean "${guess}"?`;
  return inOneLine(`${what}; expected ${expected}${question}`);
}

/** A value of several lines stays in one; a terminal's control characters do nothing. */
export function inOneLine(note: string): string {
  return note.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** In their order, each once, however often it was looked for. */
export function distinctMistakes(mistakes: readonly Mistake[]): readonly Mistake[] {
  const known = new Map(mistakes.map((mistake) => [printMistake(mistake), mistake]));
  return [...known.values()].toSorted(byPlace);
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

function byPlace(a: Mistake, b: Mistake): number {
  return (
    compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.what, b.what)
  );
}

/** By code unit: the same order on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
