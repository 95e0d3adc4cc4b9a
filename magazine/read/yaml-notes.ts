import type { ErrorCode, YAMLError } from "yaml";

const quotes = 'quotes around the value, such as title: "Sale: everything must go"';
const field = "a name, a colon, a space and the value, such as title: A headline";

type Note = { readonly what: string; readonly expected: string };

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
    (sign) => ({ what: "a bracket is opened and not closed", expected: `a closing ${sign}` }),
  ],
  [
    /^Missing closing /,
    () => ({ what: "a quote begins here and does not end", expected: "a closing quote" }),
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

/** What a mistake of the notation means to somebody who writes articles, not YAML. */
export function noteOn({ code, message }: YAMLError): Note {
  const known = byCode[code];
  if (known) return known;
  for (const [pattern, note] of byMessage) {
    const found = pattern.exec(message);
    if (found) return note(found[1] ?? "");
  }
  const reason = `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  return { what: `this cannot be read as YAML (${reason})`, expected: field };
}
