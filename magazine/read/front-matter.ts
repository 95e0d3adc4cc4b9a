import matter from "gray-matter";

import { readFields, readPlainly, readYaml } from "./fields.ts";
import type { Fields, ReadFields, YamlMistake } from "./fields.ts";

export interface FrontMatter {
  /** Null when the front matter is missing or cannot be trusted. */
  readonly fields: Fields | null;
  /** The Markdown after the front matter. */
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly mistakes: readonly YamlMistake[];
}

/** What ends the front matter, at a line's beginning. */
const fence = "\n---";

/**
 * Divides a document into its front matter (YAML between two lines of three hyphens) and its body.
 *
 * @param source the whole file, with line feeds only and without a byte order mark.
 */
export function readFrontMatter(source: string): FrontMatter {
  const mistake = fenceMistake(source);
  if (mistake !== null) return { fields: null, body: "", bodyLine: 1, mistakes: [mistake] };

  const end = source.indexOf(fence) + fence.length;
  // The block begins right after the first three hyphens, so its lines and columns are those of the file.
  const block = source.slice("---".length, end - fence.length);
  const read = readPlainly(block) ?? divided(source.slice(0, end));
  const body = behind(source, end);
  const before = source.slice(0, source.length - body.length);
  return { ...read, body, bodyLine: before.split("\n").length };
}

/** What is not plain, found by gray-matter. It gets no text, which it would copy, and look up by its letters. */
function divided(source: string): ReadFields {
  // It does not call the engine for empty front matter.
  let read = readFields("");
  matter(source, {
    engines: {
      yaml: (block: string) => {
        read = readYaml(block);
        return {};
      },
    },
  });
  return read;
}

/** The same body alone: empty where the front matter cannot be trusted. */
export function bodyIn(source: string): string {
  if (fenceMistake(source) !== null) return "";
  return behind(source, source.indexOf(fence) + fence.length);
}

/** @param end of the front matter */
function behind(source: string, end: number): string {
  return source.slice(source[end] === "\n" ? end + 1 : end);
}

/**
 * gray-matter takes whatever follows the first hyphens as the name of a language (and would run JavaScript), and a document without
 * a second fence as front matter to its end. Here both are mistakes.
 */
function fenceMistake(source: string): YamlMistake | null {
  if (lineAt(source, 0) !== "---") {
    return {
      line: 1,
      column: 1,
      what: "the front matter is missing",
      expected: "--- alone on the first line, then the fields, then --- again",
    };
  }
  const end = source.indexOf(fence) + 1;
  if (end === 0) {
    return {
      line: 1,
      column: 1,
      what: "the front matter begins here and does not end",
      expected: "--- alone on a line after the last field",
    };
  }
  if (lineAt(source, end) === "---") return null;
  return {
    line: source.slice(0, end).split("\n").length,
    column: 4,
    what: "the line that ends the front matter goes on",
    expected: "--- alone on the line",
  };
}

/** The line that begins there, without spaces at its end. */
function lineAt(source: string, start: number): string {
  const end = source.indexOf("\n", start);
  return source.slice(start, end === -1 ? source.length : end).trimEnd();
}
