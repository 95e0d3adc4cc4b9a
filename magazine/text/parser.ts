import MarkdownIt from "markdown-it";
import type { PluginSimple, Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { Language } from "../model.ts";
import { bareAddressRules } from "./bare-addresses.ts";
import { boxRules } from "./boxes.ts";
import { environmentOf, newEnvironment } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { footnoteRules } from "./footnotes.ts";
import { leftoverRules } from "./leftover-rules.ts";
import { linkRules } from "./links.ts";
import { textRule } from "./text-rule.ts";
import { typographyRules } from "./typography.ts";

/** Each is made when the first text of its language is read, which takes longer than to read one. */
const parsers: Partial<Record<Language, MarkdownIt>> = {};

/** The tokens of a text, the footnotes behind the body, with the typography of its language. */
export function parse(
  source: string,
  language: Language,
): { tokens: Token[]; environment: Environment } {
  const environment = newEnvironment();
  const parser = (parsers[language] ??= parserFor(language));
  return { tokens: parser.parse(source, environment), environment };
}

function parserFor(language: Language): MarkdownIt {
  // HTML is parsed so that it is found; what is not a page break becomes a mistake.
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // Each address is judged afterwards, where a mistake can be named.
  markdown.validateLink = () => true;
  // Its types are written for the CommonJS build of markdown-it, which TypeScript takes for another library.
  markdown.use(footnotes as unknown as PluginSimple);
  textRule(markdown);
  footnoteRules(markdown);
  boxRules(markdown);
  linkRules(markdown);
  leftoverRules(markdown);
  bareAddressRules(markdown);
  typographyRules(markdown, language);
  adaptState(markdown);
  return markdown;
}

/** Two things of markdown-it that no rule reaches, since its state does them for all rules. */
function adaptState({ inline }: MarkdownIt): void {
  inline.State = class extends inline.State {
    /** Inline tokens do not know where they stand; the state that makes them does. */
    override push(
      ...[type, tag, nesting]: Parameters<InstanceType<typeof inline.State>["push"]>
    ): Token {
      const token = super.push(type, tag, nesting);
      if (type !== "text") environmentOf(this).offsets.set(token, this.pos);
      return token;
    }

    /** A star between two letters or digits is a sign, `Leser*innen`, `2*3*4`: what CommonMark says of `_`, for both. */
    override scanDelims(start: number, splitsWords: boolean) {
      return super.scanDelims(start, splitsWords && this.src[start] !== "*");
    }
  };
}
