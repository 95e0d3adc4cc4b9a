import type { ErrorCode, YAMLError } from "yaml";

const quotes = 'quotes around the value, such as title: "Sale: everything must go"';
const field = "a name, a colon, a space and the value, such as title: A headline";

export type Note = { readonly what: string; readonly expected: string };

export const comment: Note = {
  what: "what follows # is a comment, and would not be printed",
  expected: "quotes around the value, or the comment on a line of its own",
};

export const halfLetter: Note = {
  what: "half of a letter is written here",
  expected: "the letter itself: of \\ud800 to \\udfff two make one",
};

export function beginsWith(sign: string): Note {
  const what = `a value that begins with ${sign} means something else in YAML`;
  return { what, expected: "quotes around the value" };
}

/** By the library's code, or by what its message says where one code means several things. */
const byCode: Partial<Record<ErrorCode, Note>> = {
  DUPLICATE_KEY: { what: "this field stands here a second time", expected: "each field once" },
  TAB_AS_INDENT: { what: "the line begins with a tab", expected: "spaces" },
  BLOCK_AS_IMPLICIT_KEY: {
    what: "the value has a colon of its own, or the next line is indented",
    expected: quotes,
  },
  MULTIPLE_DOCS: {
    what: "the fields had ended before this",
    expected: "no --- or ... between them",
  },
};
const byMessage: readonly [RegExp, (sign: string) => Note][] = [
  [
    /^Flow .* end with an? ([\]}])$/,
    (sign) => ({
      what: "a bracket is opened and not closed",
      expected: `a closing ${sign}, or quotes around the value`,
    }),
  ],
  [
    /^Comments must be separated /,
    () => ({ what: "the value had ended before this", expected: quotes }),
  ],
  [
    /^Invalid escape sequence (.*)$/,
    (escape) => ({
      what: `between these quotes ${escape} has no meaning`,
      expected: "single quotes around the value, or two backslashes",
    }),
  ],
  [
    /^Missing closing /,
    () => ({ what: "a quote begins here and does not end", expected: "a closing quote" }),
  ],
  [
    /^All mapping items must start at the same column$/,
    () => ({
      what: "the fields before this line begin in another column",
      expected: "the same spaces before each field; quotes around a value of several lines",
    }),
  ],
  [/^Implicit /, () => ({ what: "this line is not a field", expected: field })],
  [
    /^Unexpected scalar at node end$/,
    () => ({ what: "the value had ended before this", expected: quotes }),
  ],
  [
    /^Plain value cannot start with .*(.)$/,
    (sign) => ({ what: `a value cannot begin with ${sign}`, expected: quotes }),
  ],
];

/**
 * What a mistake of the notation means to somebody who writes articles, not YAML.
 *
 * @param sign that the value on its line begins with, when YAML has a meaning for it.
 * @returns `atSign` when the mistake is that sign.
 */
export function noteOn(
  { code, message }: YAMLError,
  sign: string | null,
): Note & { readonly atSign: boolean } {
  const known = byCode[code];
  const isSign = code === "BLOCK_AS_IMPLICIT_KEY" && (sign === "?" || sign === ":");
  if (known && !isSign) return { ...known, atSign: false };
  for (const [pattern, note] of byMessage) {
    const found = pattern.exec(message);
    if (found) return { ...note(found[1] ?? ""), atSign: false };
  }
  if (sign !== null) return { ...beginsWith(sign), atSign: true };
  const reason = `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  const what = `this cannot be read as YAML (${reason})`;
  return { what, expected: field, atSign: false };
}
