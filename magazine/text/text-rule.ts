import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";

/** All but the characters that may begin something, as markdown-it lists them. */
const words = /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~]+/y;

/** markdown-it's rule for words that are nothing but words, with a pattern in place of a look at each character. */
export function textRule({ inline }: MarkdownIt): void {
  inline.ruler.at("text", (state: StateInline, silent: boolean) => {
    words.lastIndex = state.pos;
    if (!words.test(state.src)) return false;
    const end = Math.min(words.lastIndex, state.posMax);
    if (!silent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
}
