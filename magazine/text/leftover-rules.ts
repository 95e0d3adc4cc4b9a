import type MarkdownIt from "markdown-it";
import type { StateInline, Token } from "markdown-it";
import type { Found } from "./inline.ts";
import { leftoverAt, leftoverInRow } from "./leftovers.ts";
import type { Leftover } from "./leftovers.ts";
import { excerpt, mistake } from "./mistakes.ts";
import type { Place, TextMistake } from "./mistakes.ts";
import { locateIn } from "./places.ts";

/** Makes a token of what another system left behind, before links and footnotes are looked for; code is read before. */
export function leftoverRules({ inline }: MarkdownIt): void {
  inline.ruler.before("link", "leftover", (state: StateInline, silent: boolean) => {
    const found = leftoverAt(state.src, state.pos);
    if (!found || state.pos + found.length > state.posMax) return false;
    const source = state.src.slice(state.pos, state.pos + found.length);
    if (namesALink(state, source)) return false;
    if (!silent) {
      const token = state.push("leftover", "", 0);
      token.content = source;
      token.meta = found.leftover;
    }
    state.pos += found.length;
    return true;
  });
}

/** `[[words]]` around a link, where the text defines its address. */
function namesALink({ env, md }: StateInline, source: string): boolean {
  const { references = {} } = env as { references?: Record<string, unknown> };
  const label = source.replace(/^!?\[+|\]+$/g, "");
  return source.includes("[") && md.utils.normalizeReference(label) in references;
}

/** @param blocks the tokens of all parts and notes */
export function leftoverMistakes(
  blocks: readonly Token[],
  found: readonly Found[],
  lines: readonly string[],
): TextMistake[] {
  const inline = found.flatMap(({ token, place }) =>
    // Put there by `leftoverRules`.
    token.type === "leftover" ? [noteOn(token.content, token.meta as Leftover, place())] : [],
  );
  return [...inline, ...blocks.flatMap((_, index) => inRows(blocks, index, lines))];
}

function inRows(blocks: readonly Token[], index: number, lines: readonly string[]): TextMistake[] {
  const block = blocks[index];
  if (block?.type !== "inline" || blocks[index - 1]?.type !== "paragraph_open") return [];
  if (!/^(?:#{2}|\[|:{3}|!!!|\?{3}|\.\. )/m.test(block.content)) return [];
  const inList =
    blocks[index - 2]?.type === "list_item_open" && block.children?.[0]?.type === "text";
  const locate = locateIn(lines, block.map?.[0] ?? 0, block.content);
  let start = 0;
  return block.content.split("\n").flatMap((row, number) => {
    const found = leftoverInRow(row, inList && number === 0);
    const place = locate(start);
    start += row.length + 1;
    if (!found) return [];
    const heading = /^#+/.exec(found.found)?.[0];
    const guess = heading === undefined ? undefined : `${heading} ${row.slice(heading.length)}`;
    return [noteOn(heading === undefined ? found.found : row, found.leftover, place, guess)];
  });
}

/** About an address, of a link or of a picture, that a template was to fill in: `{{site.url}}/a.jpg`. */
export function templateMistake(thing: string, address: string, place: Place): TextMistake {
  const what = `${thing} "${address}", which holds a placeholder of a template (Jekyll, Hugo)`;
  return mistake(place, what, "the address that it stands for");
}

function noteOn(
  source: string,
  { what, expected }: Leftover,
  place: Place,
  guess?: string,
): TextMistake {
  return mistake(place, `"${excerpt(source)}" is ${what}`, expected, guess && excerpt(guess));
}
