import type { Token } from "markdown-it";
import type { Found } from "./inline.ts";
import { excerpt, mistake } from "./mistakes.ts";
import type { Place, TextMistake } from "./mistakes.ts";
import { readPageBreak } from "./pagebreaks.ts";
import { locateIn } from "./places.ts";

const breakForm =
  "<!-- pagebreak --> or <!-- pagebreak: Title -->, not indented, on a line of its own between paragraphs";

/**
 * All HTML of a text is a mistake, but for the page breaks, which `splitParts` has taken out; so is what was probably meant as one.
 * @param blocks the tokens of all parts and notes
 */
export function htmlMistakes(
  blocks: readonly Token[],
  found: readonly Found[],
  lines: readonly string[],
): TextMistake[] {
  return [...blockMistakes(blocks, lines), ...inlineMistakes(found)];
}

function inlineMistakes(found: readonly Found[]): TextMistake[] {
  return found.flatMap(({ token, place }) =>
    token.type === "html_inline" ? [htmlMistake(token.content, place(), "a paragraph")] : [],
  );
}

/** By the tokens that open and close them. */
const containers = new Map(
  [
    ["list_item", "a list"],
    ["blockquote", "a quotation"],
    ["box", "a box"],
    ["note", "a footnote"],
  ].flatMap(([type, name]) => [
    [`${type}_open`, name],
    [`${type}_close`, name],
  ]),
);

function blockMistakes(blocks: readonly Token[], lines: readonly string[]): TextMistake[] {
  const around: string[] = [];
  return blocks.flatMap((token, index) => {
    const container = containers.get(token.type);
    if (container !== undefined && token.nesting === 1) around.push(container);
    if (container !== undefined && token.nesting === -1) around.pop();
    const source = token.content;
    const place = () =>
      locateIn(lines, token.map?.[0] ?? 0, source)(source.length - source.trimStart().length);
    if (token.type === "html_block") {
      return [htmlMistake(source, place(), around.at(-1) ?? "another block")];
    }
    if (token.type === "code_block" && readPageBreak(source)) {
      const what = "a page break that is indented, and so would be printed as code";
      return [mistake(place(), what, breakForm)];
    }
    const isParagraph = token.type === "inline" && blocks[index - 1]?.type === "paragraph_open";
    // A comment inside a paragraph is found there.
    const isMeant = isParagraph && !source.includes("<!--") && meansPageBreak(source);
    return isMeant ? [nearMiss(source, place())] : [];
  });
}

function htmlMistake(source: string, place: Place, where: string): TextMistake {
  if (readPageBreak(source)) return mistake(place, `a page break inside ${where}`, breakForm);
  if (meansPageBreak(source)) return nearMiss(source, place);
  const shown = `"${excerpt(source)}"`;
  if (!source.trimStart().startsWith("<!--")) {
    return mistake(place, `the HTML ${shown}`, "Markdown; HTML may stand in code only");
  }
  const expected = "no comments in a text; the only one known is <!-- pagebreak -->";
  return mistake(place, `the comment ${shown}`, expected);
}

function nearMiss(source: string, place: Place): TextMistake {
  const title = /:([^\n]*?)(?:-->|$)/m.exec(source)?.[1]?.trim();
  const guess = title ? `<!-- pagebreak: ${title} -->` : "<!-- pagebreak -->";
  return mistake(place, `"${excerpt(source)}" is no page break`, breakForm, guess);
}

/** `<!-- Page break -->`, `<-- pagebreak -->`, `[Seitenumbruch]`: what was meant is plain to people. */
function meansPageBreak(source: string): boolean {
  // Of nearly all texts the first letter says that they mean something else.
  if (!/^[^a-z]*[psn]/i.test(source)) return false;
  const [words = ""] = excerpt(source).split(/:|-->/, 1);
  const letters = words.toLowerCase().replace(/[^a-z]/g, "");
  return /^(?:(?:page|seiten)(?:break|brake|umbruch|wechsel)s?|(?:next|new)page)$/.test(letters);
}
