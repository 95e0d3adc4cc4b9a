import { readFields } from "./fields.ts";
import type { Fields, YamlMistake } from "./fields.ts";

export interface FrontMatter {
  /** Null when the front matter is missing or cannot be trusted. */
  readonly fields: Fields | null;
  /** The Markdown after the front matter. */
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly mistakes: readonly YamlMistake[];
}

const fence = "---";

/**
 * Divides a document into its front matter (YAML between two lines of three hyphens) and its body.
 *
 * @param source the whole file, with line feeds only and without a byte order mark.
 */
export function readFrontMatter(source: string): FrontMatter {
  const mistake = fenceMistake(source);
  if (mistake !== null) return { fields: null, body: "", bodyLine: 1, mistakes: [mistake] };

  const end = source.indexOf(`\n${fence}`);
  // It begins right after the first three hyphens, so its lines and columns are those of the file.
  const block = source.slice(fence.length, end);
  const hasFields = block.replace(/^\s*#[^\n]+/gm, "").trim() !== "";
  const body = source.slice(end + 1 + fence.length).replace(/^\n/, "");
  const before = source.slice(0, source.length - body.length);
  return { ...readFields(hasFields ? block : ""), body, bodyLine: before.split("\n").length };
}

/** Words behind the hyphens, which other programs take for the name of a language, and a front matter without an end are mistakes. */
function fenceMistake(source: string): YamlMistake | null {
  const lines = source.split("\n");
  if (lines[0]?.trimEnd() !== "---") {
    return {
      line: 1,
      column: 1,
      what: "the front matter is missing",
      expected: "--- alone on the first line, then the fields, then --- again",
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  if (end === -1) {
    return {
      line: 1,
      column: 1,
      what: "the front matter begins here and does not end",
      expected: "--- alone on a line after the last field",
    };
  }
  if (lines[end]?.trimEnd() === "---") return null;
  return {
    line: end + 1,
    column: 4,
    what: "the line that ends the front matter goes on",
    expected: "--- alone on the line",
  };
}
