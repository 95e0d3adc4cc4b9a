import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Node, ParsedNode, YAMLMap } from "yaml";

import { plainFields } from "./plain-fields.ts";
import { swallowedWords } from "./yaml-comments.ts";
import { beginsWith, comment, halfLetter, noteOn } from "./yaml-notes.ts";

/** A value as the editor wrote it. Every scalar is text: each field's schema says what it makes of it. */
export type Written = string | readonly Written[] | { readonly [field: string]: Written };

export interface Spot {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** The fields of a YAML document, and where each of them stands. */
export interface Fields {
  readonly data: { readonly [field: string]: Written };
  /** Where the value at `path` begins; the nearest place before it that exists. */
  readonly valueAt: (path: Path) => Spot;
  /** Where the name of the field at `path` stands; of a list's entry where the entry begins. */
  readonly keyAt: (path: Path) => Spot;
}

export interface YamlMistake extends Spot {
  readonly what: string;
  readonly expected: string;
}

/** Names that every JavaScript object has: valibot passes over them, so no schema would find them. */
const ofEveryObject = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a YAML document whose root is a map. The failsafe schema leaves every scalar as it is written, so that `1.10`, `012` and
 * `2012-10-19` cannot turn into something else on the way.
 *
 * @returns the fields, or null when they cannot be trusted; and every mistake of the notation, with lines and columns of `source`.
 */
export function readFields(source: string): ReadFields {
  return readPlainly(source) ?? readYaml(source);
}

export interface ReadFields {
  readonly fields: Fields | null;
  readonly mistakes: readonly YamlMistake[];
}

/** The same where all of it is plain; null where it is not. */
export function readPlainly(source: string): ReadFields | null {
  const data = plainFields(source);
  if (data === null) return null;
  // Few are asked where something stands.
  let exact: Fields | null = null;
  const places = () => (exact ??= readYaml(source).fields);
  return {
    fields: {
      data,
      valueAt: (path) => places()?.valueAt(path) ?? { line: 1, column: 1 },
      keyAt: (path) => places()?.keyAt(path) ?? { line: 1, column: 1 },
    },
    mistakes: [],
  };
}

/** The same by the library alone. */
export function readYaml(source: string): ReadFields {
  const lines = new LineCounter();
  const spot = (offset: number): Spot => {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(source, {
    schema: "failsafe",
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const twice = errors.filter((error) => error.code === "DUPLICATE_KEY");
  // What follows the first error is mostly its echo.
  const broken = errors.find((error) => error.code !== "DUPLICATE_KEY");
  const mistakes: YamlMistake[] = swallowedWords(source, broken !== undefined)
    .filter((offset) => broken === undefined || offset <= broken.pos[0])
    .map((offset) => Object.assign(spot(offset), comment));
  const swallowed = mistakes.length > 0;
  for (const error of broken && !swallowed ? [...twice, broken] : twice) {
    const sign = signAtValue(source, error.pos[0]);
    const { atSign, ...note } = noteOn(error, sign?.sign ?? null);
    const start = startOf(document.contents, error.code, error.pos[0]);
    mistakes.push({ ...spot(atSign && sign !== null ? sign.offset : start), ...note });
  }
  if (broken || swallowed) return { fields: null, mistakes };

  visit(document, {
    Node: (_, node) => {
      const sign = signOf(node);
      const start = node.range?.[0] ?? 0;
      // An anchor and a tag stand before the node that they belong to.
      if (sign !== null)
        mistakes.push(Object.assign(spot(source.lastIndexOf(sign, start)), beginsWith(sign)));
      if (!isScalar(node) || typeof node.value !== "string" || node.value.isWellFormed()) return;
      const escape = source.slice(start, node.range?.[1]).search(/\\(?:u|U0000)d[89a-f]/i);
      mistakes.push(Object.assign(spot(start + Math.max(escape, 0)), halfLetter));
    },
    Pair: (_, { key }) => {
      if (!isScalar(key) || !ofEveryObject.has(nameOf(key))) return;
      const what = `"${nameOf(key)}" is not a field here`;
      mistakes.push({ ...spot(begin(key) ?? 0), what, expected: "no such field" });
    },
  });
  if (mistakes.length > twice.length) return { fields: null, mistakes };

  const root = document.contents;
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === "")) {
    mistakes.push({
      ...spot(root.range[0]),
      what: isSeq(root) ? "here stands a list" : "here stands a text",
      expected: 'fields, one on each line, such as "title: A headline"',
    });
    return { fields: null, mistakes };
  }
  const map = isMap(root) ? root : null;
  return {
    fields: {
      data: map ? plainMap(map) : {},
      valueAt: (path) => spot(offsetAt(map, path, "value")),
      keyAt: (path) => spot(offsetAt(map, path, "key")),
    },
    mistakes,
  };
}

/** What begins an alias, an anchor, a tag or a block without lines: an editor only writes them by accident. */
function signOf(node: unknown): string | null {
  if (isAlias(node)) return "*";
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  if (node.anchor !== undefined) return "&";
  if (node.tag !== undefined) return "!";
  if (!isScalar(node) || node.value !== "") return null;
  if (node.type === "BLOCK_FOLDED") return ">";
  return node.type === "BLOCK_LITERAL" ? "|" : null;
}

/** The sign that the value on the line of `offset` begins with, when YAML has a meaning for it. */
function signAtValue(source: string, offset: number): { sign: string; offset: number } | null {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const [line = ""] = source.slice(start).split("\n", 1);
  const found = /^\s*(?:- +)?(?:[^\s"'#:][^"'#:]*:[ \t]+)?([-?:,[\]{}&*!|>%@`])/.exec(line);
  const at = start + (found?.[0].length ?? 0) - 1;
  return found?.[1] === undefined || at > offset ? null : { sign: found[1], offset: at };
}

/** A quote that is never closed is noticed at the end of the document: its beginning is what the editor looks for. */
function startOf(contents: ParsedNode | null, code: string, offset: number): number {
  let start = offset;
  if (contents === null || code !== "MISSING_CHAR") return start;
  visit(contents, {
    Scalar: (_, node) => {
      const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (quoted && node.range && node.range[1] >= offset) start = node.range[0];
    },
  });
  return start;
}

function plainMap(map: YAMLMap): { [field: string]: Written } {
  return Object.fromEntries(map.items.map(({ key, value }) => [nameOf(key), plain(value)]));
}

function plain(node: unknown): Written {
  if (isMap(node)) return plainMap(node);
  if (isSeq(node)) return node.items.map(plain);
  return textOf(node);
}

function nameOf(key: unknown): string {
  return textOf(key);
}

/**
 * The failsafe schema makes a text of every scalar. In NFC, so that what looks the same is the same, and without the line end that YAML
 * leaves behind a block.
 */
function textOf(node: unknown): string {
  if (!isScalar(node) || typeof node.value !== "string") return "";
  const isBlock = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  return (isBlock ? node.value.replace(/\n+$/, "") : node.value).normalize("NFC");
}

function offsetAt(root: YAMLMap | null, path: Path, part: "key" | "value"): number {
  let node: unknown = root;
  let offset = 0;
  for (const step of path) {
    let key: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => nameOf(item.key) === step);
      key = pair?.key;
      node = pair?.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      key = node;
    }
    offset = begin(part === "key" ? key : node) ?? begin(key) ?? offset;
  }
  return offset;
}

function begin(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
