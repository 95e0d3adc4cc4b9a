import MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";
import type { Language } from "../model.ts";
import { protectAddresses } from "./addresses.ts";
import { leadingApostrophes, remainingApostrophes } from "./apostrophes.ts";
import { dashes, ellipses } from "./dashes.ts";
import { languageWords } from "./language.ts";
import { ranges } from "./ranges.ts";
import { noBreakSpaces } from "./spaces.ts";

/**
 * The typography of a language over text tokens, around markdown-it's own quotes. Code is no text token; addresses and what the
 * editor escaped with a backslash are kept apart until all rules are through, so `2010\-2012` stays as it is.
 *
 * markdown-it's other replacements are off: they turn the point (c) of a list into ©.
 */
export function typographyRules(markdown: MarkdownIt, language: Language): void {
  markdown.core.ruler.disable("replacements");
  markdown.core.ruler.before("smartquotes", "typography_before_quotes", (state) => {
    eachInline(state, (children) =>
      protectAddresses(joinLines(children), state.Token).map(rewritten(leadingApostrophes)),
    );
  });
  markdown.core.ruler.after("smartquotes", "typography_after_quotes", (state) => {
    eachInline(state, (children) => children.map(rewritten((text) => afterQuotes(text, language))));
  });
}

function afterQuotes(text: string, language: Language): string {
  return noBreakSpaces(
    ranges(dashes(ellipses(remainingApostrophes(text)), language), language),
    language,
  );
}

function eachInline(state: StateCore, change: (children: Token[]) => Token[]): void {
  for (const token of state.tokens) {
    if (token.type === "inline" && token.children) token.children = change(token.children);
  }
}

function rewritten(change: (text: string) => string): (token: Token) => Token {
  return (token) => {
    if (token.type === "text") token.content = change(token.content);
    return token;
  };
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

const plainParsers: Readonly<Record<Language, MarkdownIt>> = {
  de: plainParserFor("de"),
  en: plainParserFor("en"),
};

/** A parser that knows no Markdown at all, only the rules above. */
function plainParserFor(language: Language): MarkdownIt {
  const markdown = new MarkdownIt("zero", {
    typographer: true,
    quotes: languageWords[language].quotes,
  });
  markdown.enable("smartquotes");
  typographyRules(markdown, language);
  return markdown;
}

/** One line of plain text (a title, a standfirst, a name) with the typography of the language; plain text again. */
export function typeset(plain: string, language: Language): string {
  const [inline] = plainParsers[language].parseInline(plain, {});
  return (inline?.children ?? []).map(({ content }) => content).join("");
}
