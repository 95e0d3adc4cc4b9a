import type MarkdownIt from "markdown-it";
import type { StateInline, Token } from "markdown-it";
import { guesser } from "../guess.ts";
import { isReservedId } from "../page-ids.ts";
import type { Found } from "./inline.ts";
import { templateMistake } from "./leftover-rules.ts";
import { isTemplate } from "./leftovers.ts";
import { addressFault } from "./link-addresses.ts";
import { mistake } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const allowedScheme = /^(?:https?:\/\/|mailto:)/i;
const allowed =
  "an address of the magazine such as /vertrieb/, #heading, or one that begins with https://, http:// or mailto:";

/** Whether a page may print the address: no other scheme, and no `//host` that borrows the page's. */
export function isAllowedLink(href: string): boolean {
  return scheme.test(href) ? allowedScheme.test(href) : href !== "" && !href.startsWith("//");
}

/** `](` or `][` where no link was found before it: markdown-it would print the brackets. */
export function linkRules({ inline }: MarkdownIt): void {
  inline.ruler.push("link_broken", (state: StateInline, silent: boolean) => {
    const found = state.src.slice(state.pos, state.pos + 2);
    if (silent || (found !== "](" && found !== "][")) return false;
    // An address that a template was to fill in, which is noted where it stands.
    filledIn.lastIndex = state.pos;
    if (filledIn.test(state.src)) return false;
    state.push("link_broken", "", 0).content = "]";
    state.pos += 1;
    return true;
  });
}

const filledIn = /\]\([^)\n]{0,300}?\{[{%]/y;

const readable =
  "[words](address), or [words][name] and a line [name]: address; no space in an address, no footnote in the words; or \\] to print the bracket";

/** Links that lead nowhere, or where no link may lead. `ids` are those of the text's headings. */
export function linkMistakes(found: readonly Found[], ids: ReadonlySet<string>): TextMistake[] {
  const guessId = guesser(ids);
  return found.flatMap(({ token, place }) => {
    if (token.type === "link_broken") {
      return [mistake(place(), "a link that cannot be read", readable)];
    }
    if (token.type !== "link_open") return [];
    const href = token.attrGet("href") ?? "";
    return [...wordsMistakes(), ...addressMistakes()];

    function wordsMistakes(): TextMistake[] {
      if (token.meta !== wordless) return [];
      return [
        mistake(place(), "a link without words", "words between the brackets, [words](address)"),
      ];
    }

    function addressMistakes(): TextMistake[] {
      if (href === "") return [mistake(place(), "a link without an address", allowed)];
      if (isTemplate(href)) return [templateMistake("a link to", href, place())];
      if (href.startsWith("#")) return fragmentMistakes(href.slice(1));
      if (!scheme.test(href) && !href.startsWith("/")) {
        // It would mean another place on each page of the text.
        const what = `a link to "${href}", which is no address`;
        return [mistake(place(), what, allowed, completed(href))];
      }
      const fault = addressFault(href);
      if (fault === null) return [];
      return [mistake(place(), `a link to "${href}"`, fault.expected ?? allowed, fault.guess)];
    }

    function fragmentMistakes(id: string): TextMistake[] {
      if (ids.has(id) || isReservedId(id)) return [];
      const what = `a link to "#${id}", which is no heading here`;
      const expected = "the id of a heading: its words in lower case with hyphens";
      const guess = guessId(id);
      return [mistake(place(), what, expected, guess && `#${guess}`)];
    }
  });
}

/** What `token.meta` is of a link whose words nobody could see. */
const wordless = "wordless";

/** Marks the links that have neither words nor a picture between their brackets. */
export function markWordlessLinks(blocks: readonly Token[]): void {
  for (const { children } of blocks) {
    let open: Token | undefined;
    for (const token of children ?? []) {
      if (token.type === "link_open") open = token;
      else if (token.type === "link_close" && open) open.meta = wordless;
      else if (!open || (token.type !== "image" && isBlank(token.content))) continue;
      if (token !== open) open = undefined;
    }
  }
}

/** Spaces, and characters that print nothing. */
function isBlank(words: string): boolean {
  return /^[\s\p{Cf}\p{Z}]*$/u.test(words);
}

function isInternal(href: string): boolean {
  return href.startsWith("/");
}

/** A link to a page of the magazine: its address as written, and where it stands in the source. */
export interface TextLink {
  readonly href: string;
  readonly line: number;
  readonly column: number;
}

/** All links to pages of the magazine; whether they lead anywhere, only the list of pages can say. */
export function linksOf(found: readonly Found[]): TextLink[] {
  return found.flatMap(({ token, place }) => {
    const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
    return isInternal(href) && isAllowedLink(href) && !isTemplate(href)
      ? [{ href, ...place() }]
      : [];
  });
}

/** What was meant by an address that a browser would take for a relative one. */
function completed(href: string): string | undefined {
  if (/^www\./i.test(href)) return `https://${href}`;
  return /^[^/?#:@]+@[^/?#@]+$/.test(href) ? `mailto:${href}` : undefined;
}
