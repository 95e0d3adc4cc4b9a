import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { Language } from "../model.ts";
import { protectAddresses } from "./addresses.ts";
import { leadingApostrophes, remainingApostrophes } from "./apostrophes.ts";
import { dashes, ellipses } from "./dashes.ts";
import { languageWords } from "./language.ts";
import { setQuotations } from "./quotations.ts";
import { ranges } from "./ranges.ts";
import { noBreakSpaces } from "./spaces.ts";

/**
 * The typography of a language over text tokens, in place of markdown-it's own. Code is no text token; addresses and what the
 * editor escaped with a backslash are kept apart until all rules are through, so `2010\-2012` stays as it is.
 *
 * markdown-it's replacements turn the point (c) of a list into ©, and its quotes do not know what is already set.
 */
export function typographyRules(markdown: MarkdownIt, language: Language): void {
  markdown.core.ruler.disable("replacements");
  markdown.core.ruler.at("smartquotes", (state) => {
    for (const block of state.tokens) {
      if (block.type !== "inline" || !block.children) continue;
      block.children = protectAddresses(joinLines(block.children), state.Token);
      rewrite(block.children, leadingApostrophes);
    }
    setQuotations(state.tokens, neighboursIn, languageWords[language].quotes);
    for (const { type, children } of state.tokens) {
      if (type === "inline" && children)
        rewrite(children, (text, around) => afterQuotes(text, language, around));
    }
  });
}

/** What stands around a text in its block: a look costs as much as many a rule. */
type LookAround = () => { readonly before: string; readonly after: string };

function afterQuotes(text: string, language: Language, around: LookAround): string {
  const dotted = ellipses(remainingApostrophes(text));
  if (!dotted.includes("-")) return noBreakSpaces(dotted, language);
  const { before, after } = around();
  return noBreakSpaces(ranges(dashes(dotted, language, before, after), language), language);
}

/** `change` may also ask for the characters that stand before and behind the text in its block, `""` where there is none. */
function rewrite(
  children: readonly Token[],
  change: (text: string, around: LookAround) => string,
): void {
  for (const [index, token] of children.entries()) {
    if (token.type !== "text") continue;
    token.content = change(token.content, () => neighboursIn(children)(index));
  }
}

function neighboursIn(children: readonly Token[]) {
  return (index: number): { before: string; after: string } => ({
    before: neighbour(children, index, -1).slice(-1),
    after: neighbour(children, index, 1).slice(0, 1),
  });
}

/** What is printed next to a token; marks of emphasis and links print nothing. */
function neighbour(children: readonly Token[], index: number, step: 1 | -1): string {
  for (let at = index + step; ; at += step) {
    const token = children[at];
    if (token === undefined) return "";
    if (token.type === "hardbreak") return "\n";
    if (token.content !== "") return token.content;
  }
}

/** A line's end inside a paragraph is a space to the rules: editors wrap their lines where they like. */
function joinLines(children: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of children) {
    if (token.type === "softbreak") {
      token.type = "text";
      token.tag = "";
      token.content = "\n";
    }
    const last = joined.at(-1);
    if (token.type === "text" && last?.type === "text") last.content += token.content;
    else joined.push(token);
  }
  return joined;
}

const plainParsers: Partial<Record<Language, MarkdownIt>> = {};

/** A parser that knows nothing of Markdown but the backslash, and the rules above. */
function plainParserFor(language: Language): MarkdownIt {
  const markdown = new MarkdownIt("zero");
  markdown.enable(["smartquotes", "escape"]);
  typographyRules(markdown, language);
  return markdown;
}

/**
 * A field of the front matter (a title, a standfirst, a name) with the typography of the language, as plain text. A backslash before
 * a sign keeps it as it is, as in a text, and is not printed.
 */
export function typeset(written: string, language: Language): string {
  const parser = (plainParsers[language] ??= plainParserFor(language));
  const [inline] = parser.parseInline(written, {});
  return (inline?.children ?? [])
    .map(({ type, content }) => (type === "hardbreak" ? "\n" : content))
    .join("");
}

/** The same for words whose backslashes have been read already. */
export function typesetWords(words: string, language: Language): string {
  return typeset(words.replaceAll("\\", "\\\\"), language);
}
