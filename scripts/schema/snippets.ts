import { fieldsOf } from "../../magazine/read/described.ts";
import type { Field, FileKind } from "../../magazine/read/described.ts";
import { fieldWords } from "../../magazine/read/field-words/field-words.ts";

/** A snippet as VS Code reads it; `$1` and the like are where the cursor goes. */
interface Snippet {
  readonly scope: "markdown";
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** Each kind of Markdown file, with the words that its snippet is called by. */
const files = [
  ["article", ["article", "artikel"]],
  ["author", ["author", "autor"]],
  ["column", ["column", "kolumne"]],
  ["page", ["page", "seite"]],
] as const satisfies readonly [FileKind, readonly string[]][];

/** What one does not know by heart of what a text may hold. */
const inText: readonly (readonly [name: string, description: string, ...body: string[]])[] = [
  ["pagebreak", "Seitenwechsel · page break", "", "<!-- pagebreak -->", "", "$0"],
  ["footnote", "Fußnote · footnote", "[^${1:1}]$0", "", "[^${1:1}]: ${2:…}"],
  ["picture", "Bild · picture", "![${1:was es zeigt}](${2:foto.jpg})$0"],
];

/**
 * The snippets for `.vscode/`, since no editor completes the front matter of Markdown by itself: each new file with the fields that it must have, each field,
 * and some of what a text may hold.
 */
export function snippets(): Readonly<Record<string, Snippet>> {
  const whole = files.map(([kind, prefix]) => [kind, newFile(kind, prefix)] as const);
  const fields = files.flatMap(([kind]) =>
    fieldsOf(kind).map((field): [string, Snippet] => [
      `${field.name} (${kind})`,
      {
        scope: "markdown",
        prefix: field.name,
        description: `${labelOf(field, kind)} (${kind})`,
        body: linesOf(field, placesFrom(1)),
      },
    ]),
  );
  const texts = inText.map(
    ([name, description, ...body]) =>
      [name, { scope: "markdown", prefix: name, description, body }] as const,
  );
  return Object.fromEntries([...whole, ...fields, ...texts]);
}

function newFile(kind: FileKind, prefix: readonly string[]): Snippet {
  const place = placesFrom(1);
  // Of `author` and `authors` one is needed.
  const needed = fieldsOf(kind).filter(({ isRequired, name }) => isRequired || name === "author");
  const body = ["---", ...needed.flatMap((field) => linesOf(field, place)), "---", "", "$0"];
  return { scope: "markdown", prefix, description: `Front matter: ${kind}`, body };
}

function labelOf(field: Field, kind: FileKind): string {
  return [fieldWords.de, fieldWords.en].map((words) => words[kind][field.path]?.[0]).join(" · ");
}

/** The next place of the cursor, with what stands there before something is typed. */
type Place = (inside: string) => string;

function placesFrom(first: number): Place {
  let next = first;
  return (inside) => `\${${next++}${inside}}`;
}

function linesOf(field: Field, place: Place): string[] {
  const { name, item, fields } = field;
  const inner = item?.fields;
  if (inner) {
    const [begin = "", ...rest] = inner.flatMap((one) => linesOf(one, place));
    return [`${name}:`, `  - ${begin}`, ...rest.map((line) => `    ${line}`)];
  }
  if (fields)
    return [`${name}:`, ...fields.flatMap((one) => linesOf(one, place)).map((line) => `  ${line}`)];
  return [item ? `${name}: [${valueOf(item, place)}]` : `${name}: ${valueOf(field, place)}`];
}

function valueOf({ kind, name, choices, default: left }: Field, place: Place): string {
  if (kind === "time") return place(":$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE");
  // Who writes the field at all does not mean what counts without it.
  if (kind === "flag") return left === "true" ? "false" : "true";
  if (kind === "conversation") return place("|closed,off,open|");
  if (choices) return place(`|${choices.join(",")}|`);
  if (kind === "picture") return place(":${TM_FILENAME_BASE}.jpg");
  if (kind === "focus") return place(":50% 50%");
  if (kind === "alias") return place(":/2012/10/ein-wort/");
  if (kind === "link") return place(":https://");
  return place(`:${left ?? name}`);
}
