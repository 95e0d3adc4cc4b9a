import type { Token } from "markdown-it";
import { closerOf, holdsMark, marksIn, openerOf } from "./quote-marks.ts";
import type { Mark } from "./quote-marks.ts";

const apostrophe = "’";

/** The marks that a language opens and closes with: double ones, then single ones. */
export type Quotes = readonly [open: string, close: string, openInner: string, closeInner: string];

/** Puts set marks where straight ones stand. What comes out for a mark is written down, and applied when the whole text is through. */
export type Put = (mark: Mark, character: string) => void;

/** For the children of a block, and one of them by its index: the characters around it, `""` where the block ends. */
export type Neighbours = (
  children: readonly Token[],
) => (index: number) => { readonly before: string; readonly after: string };

/** What a block leaves to its neighbours: a quotation may go over several paragraphs. */
export interface BlockQuotes {
  /** The double mark that it begins with, when that opens. */
  readonly first: Mark | null;
  /** Whether it holds any double mark. */
  readonly any: boolean;
  /** The last double mark that opened and was not closed. */
  readonly unclosed: Mark | null;
  /** The first straight double mark that closes what was not opened. */
  readonly unopened: Mark | null;
}

/**
 * Pairs the quotation marks of one block. What was opened with a set mark closes with its partner, and the reverse; the language's marks
 * are put where both are straight. A single mark that closes nothing is an apostrophe.
 */
export function pairQuotes(
  children: readonly Token[],
  neighbours: ReturnType<Neighbours>,
  quotes: Quotes,
  put: Put,
): BlockQuotes {
  const open = { double: new Array<Opener>(), single: new Array<Opener>() };
  let unopened: Mark | null = null;
  let count = 0;
  const all = children.map((token, index) => {
    if (token.type !== "text" || !holdsMark(token.content)) return [];
    const { before, after } = neighbours(index);
    return marksIn(token, before, after);
  });
  const marks = all.flat();
  const firmAhead = firmClosersAhead(marks);
  for (const [index, { level }] of children.entries()) {
    for (const openers of [open.double, open.single]) {
      while ((openers.at(-1)?.mark.level ?? 0) > level) openers.pop();
    }
    for (const mark of all[index] ?? []) {
      count += 1;
      take(mark, firmAhead.get(mark) === true);
    }
  }
  const double = marks.filter(({ kind }) => kind === "double");
  const first = double.find(({ token, at, opens }) => opens && at === 0 && token === children[0]);
  return {
    first: first ?? null,
    any: double.length > 0,
    unclosed: open.double.findLast(({ mark }) => mark.level === 0 && !mark.inner)?.mark ?? null,
    unopened,
  };

  function take(mark: Mark, firmFollows: boolean): void {
    const openers = open[mark.kind];
    const opener = openers.at(-1);
    const isOpen = opener?.mark.level === mark.level;
    if (isOpen && (mark.closes || mark.inner)) {
      const isElided = mark.kind === "single" && mark.straight && !mark.firm && firmFollows;
      if (isElided && (opener.mark.begins || dropsItsEnd(mark))) put(mark, apostrophe);
      else close(opener, mark);
    } else if (mark.opens || mark.inner) {
      openers.push({ mark, number: count });
    } else if (mark.straight && mark.kind === "single") {
      put(mark, apostrophe);
    } else if (mark.straight && mark.closes && mark.level === 0) {
      const isInch = /\d/.test(mark.token.content.charAt(mark.at - 1));
      if (!isInch) unopened ??= mark;
    }
  }

  function close({ mark: opener, number }: Opener, closer: Mark): void {
    // Two marks with nothing between them quote nothing.
    const isEmpty = closer.token === opener.token && closer.at === opener.at + 1;
    if (!isEmpty) setPair(opener, closer, quotes, put);
    for (const openers of [open.double, open.single]) {
      while ((openers.at(-1)?.number ?? 0) >= number) openers.pop();
    }
  }
}

interface Opener {
  readonly mark: Mark;
  /** Which of the block's marks it is. */
  readonly number: number;
}

/** Puts the two marks of a quotation. */
export function setPair(opener: Mark, closer: Mark, quotes: Quotes, put: Put): void {
  const [openWith, closeWith] = opener.kind === "double" ? quotes.slice(0, 2) : quotes.slice(2);
  if (opener.straight) {
    put(opener, closer.straight ? (openWith ?? "") : openerOf(closer.character));
  }
  if (closer.straight) {
    put(closer, opener.straight ? (closeWith ?? "") : closerOf(opener.character));
  }
}

/**
 * The single marks behind which, before anything else opens or closes, another single mark surely closes: in `'Ich geh' nach Haus'` the
 * first is an apostrophe.
 */
function firmClosersAhead(marks: readonly Mark[]): ReadonlyMap<Mark, boolean> {
  const ahead = new Map<Mark, boolean>();
  let level: number | null = null;
  for (const mark of marks.toReversed()) {
    ahead.set(mark, level === mark.level);
    if (mark.kind === "single" ? mark.opens : mark.closes) level = null;
    else if (mark.firm) level = mark.level;
  }
  return ahead;
}

/** `geh'`, `hab'`, `goin'`: verbs and others that are often written without their last letter. */
function dropsItsEnd({ token, at }: Mark): boolean {
  return /(?<!\p{L})(?:geh|seh|steh|versteh|hab|sag|mach|komm|lass|glaub|denk|weiß|wollt|sollt|könnt|konnt|hätt|hatt|wär|würd|müsst|möcht|nich|heut|is|goin|comin|doin|nothin|somethin|lookin|talkin|an)$/u.test(
    token.content.slice(Math.max(0, at - 20), at),
  );
}
