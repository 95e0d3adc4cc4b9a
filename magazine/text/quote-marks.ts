import type { Token } from "markdown-it";

/** A quotation mark in a text token: typed straight, to be set, or already as it is printed. */
export interface Mark {
  readonly token: Token;
  /** Where it stands in the token's content. */
  readonly at: number;
  readonly character: string;
  readonly kind: "double" | "single";
  readonly straight: boolean;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Straight and within a word: it closes what is open, `"im"portant`, `"Aha!"s`, and else it opens, `Frei"heit"`. */
  readonly inner: boolean;
  /** Straight, closing, and beside a mark or the end: no apostrophe stands there. */
  readonly firm: boolean;
  /** It begins a block, or what is said: `sagte: 'Ich …`. */
  readonly begins: boolean;
  /** How deep in emphasis and links; set marks of one quotation stand equally deep. */
  readonly level: number;
}

const closing: Readonly<Record<string, string>> = {
  "„": "“",
  "‚": "‘",
  "“": "”",
  "‘": "’",
  "»": "«",
  "«": "»",
  "›": "‹",
  "‹": "›",
};
const opening: Readonly<Record<string, string>> = {
  "“": "„",
  "‘": "‚",
  "”": "“",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
};

/** The mark that closes what a set one has opened. */
export function closerOf(opener: string): string {
  return closing[opener] ?? opener;
}

/** The mark that opens what a set one closes. */
export function openerOf(closer: string): string {
  return opening[closer] ?? closer;
}

const anyMark = /["'„“”»«‚‘›‹]/g;

export function holdsMark(text: string): boolean {
  return text.search(anyMark) >= 0;
}

/** The marks of one text token, in their order. `before` and `after` are the characters around it, `""` where the block ends. */
export function marksIn(token: Token, before: string, after: string): Mark[] {
  const text = token.content;
  return [...text.matchAll(anyMark)].map(({ 0: character, index: at }) => {
    const left = at > 0 ? text.charAt(at - 1) : before;
    const right = at + 1 < text.length ? text.charAt(at + 1) : after;
    const kind = `"„“”»«`.includes(character) ? "double" : "single";
    const straight = character === '"' || character === "'";
    const { opens, closes, inner, firm } = straight
      ? straightRoles(kind, left, right)
      : setRoles(character, left, right);
    const said =
      text
        .slice(Math.max(0, at - 2), at)
        .trimEnd()
        .slice(-1) || before.trim();
    const begins = said === "" || isPunctuation(said);
    const { level } = token;
    return { token, at, character, kind, straight, opens, closes, inner, firm, begins, level };
  });
}

type Roles = Pick<Mark, "opens" | "closes" | "inner" | "firm">;

/** The rules of CommonMark's typographers (smartypants): a mark leans to the side where no space is. */
function straightRoles(kind: Mark["kind"], left: string, right: string): Roles {
  const [spaceLeft, spaceRight] = [isSpace(left), isSpace(right)];
  const [markLeft, markRight] = [isPunctuation(left), isPunctuation(right)];
  let opens = !spaceRight && (!markRight || spaceLeft || markLeft);
  let closes = !spaceLeft && (!markLeft || spaceRight || markRight);
  if (opens && closes) [opens, closes] = [markLeft, markRight];
  // `"Was?"fragte er, "Aha!"s`: closes, when something is open.
  const endsWithin = !closes && /[.!?…)]/.test(left) && /\p{L}/u.test(right);
  const isInch = kind === "double" && /\d/.test(left);
  if (isInch && right === '"') [opens, closes] = [false, false];
  return {
    opens,
    closes,
    inner: kind === "double" && !isInch && (opens === closes || endsWithin),
    firm: closes && !opens && (markLeft || markRight || right === ""),
  };
}

function setRoles(character: string, left: string, right: string): Roles {
  const low = character === "„" || character === "‚";
  const opens = low || ((isSpace(left) || /[([{„‚"'–—-]/.test(left)) && !isSpace(right));
  // Some type ‘ for an apostrophe.
  const withinWord = /\p{L}/u.test(left) && /\p{L}/u.test(right);
  return { opens, closes: !opens && !withinWord, inner: false, firm: false };
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
