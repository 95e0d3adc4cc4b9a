import type MarkdownIt from "markdown-it";
import type { StateInline } from "markdown-it";
import { addressFault } from "./link-addresses.ts";

type LinkifyIt = MarkdownIt["linkify"];
type Match = NonNullable<ReturnType<LinkifyIt["matchAtStart"]>>;

/** The types do not know of it: how deep in links. */
type LinkState = StateInline & { readonly linkLevel: number };

/** As much of a line as an address may be long. */
const reach = 2000;

/**
 * Web addresses in words become links: what begins with `https://`, `http://`, `www.` or `mailto:`. linkify-it finds where they end; names
 * of hosts and of mailboxes alone stay words, since `Ende.Am` may have lost its space, and so does what is no address for a link.
 */
export function bareAddressRules(markdown: MarkdownIt): void {
  const { linkify } = markdown;
  linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  linkify
    .add("ftp:", null)
    .add("//", null)
    .add("www.", {
      validate: (text, at) =>
        /^[^\s./?#]+\./.test(text.slice(at, at + reach)) ? hostLength(text, at) : 0,
      normalize: (match) => {
        match.url = `https://${match.url}`;
      },
    });
  const [match, matchAtStart] = [linkify.match.bind(linkify), linkify.matchAtStart.bind(linkify)];
  linkify.match = (text) =>
    (match(text) ?? [])
      // The second of `http://http://` is no other address.
      .filter(({ index }) => !text.startsWith("//", index - 2))
      .map(withoutSentence)
      .filter(isLink);
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text);
    return found && isLink(withoutSentence(found)) ? found : null;
  };
  // Only these are left for the rule behind all others, whose look at each block is slow.
  linkify.pretest = (text) => /www\.|mailto:/i.test(text);
  markdown.inline.ruler.at("linkify", bareAddress(linkify));

  /** How much behind `www.` is of the address. */
  function hostLength(text: string, at: number): number {
    const whole = `//www.${text.slice(at, at + reach)}`;
    return Math.max(0, linkify.testSchemaAt(whole, "https:", 0) - "//www.".length);
  }
}

function isLink({ url }: Match): boolean {
  return addressFault(url) === null;
}

/** Leaves to the sentence what is of the sentence: quotation marks, and what stands before them. */
function withoutSentence(match: Match): Match {
  const [words = ""] = match.raw.split(/[„“”‚‘’»«›‹…|[\]]/, 1);
  const length = words.replace(/[.,;:!?'"(*_~–—-]{1,20}$/, "").length;
  const scheme = match.url.slice(0, match.url.length - match.raw.length);
  match.raw = match.text = match.raw.slice(0, length);
  match.url = scheme + match.raw;
  match.lastIndex = match.index + length;
  return match;
}

/**
 * In place of markdown-it's rule: an address goes before emphasis, `https://a.de/_x_y`, and a backslash in it escapes as anywhere in a text
 * (other systems write `https://a.de/x\_y`).
 */
function bareAddress(linkify: LinkifyIt) {
  return (state: StateInline, silent: boolean): boolean => {
    if ((state as LinkState).linkLevel > 0 || !state.src.startsWith("://", state.pos)) return false;
    const [scheme] =
      /(?<![\p{L}\p{N}/])https?$/iu.exec(state.src.slice(Math.max(0, state.pos - 6), state.pos)) ??
      [];
    if (scheme === undefined || scheme.length > state.pending.length) return false;
    const start = state.pos - scheme.length;
    const [source = ""] = state.src
      .slice(start, Math.min(state.posMax, start + reach))
      .split(/[\s<>]/, 1);
    const match = linkify.matchAtStart(unescaped(source));
    const end = match ? start + sourceLength(source, match.raw.length) : 0;
    if (!match || end <= state.pos) return false;
    if (!silent) {
      state.pending = state.pending.slice(0, -scheme.length);
      const open = state.push("link_open", "a", 1);
      open.attrs = [["href", state.md.normalizeLink(match.url)]];
      state.push("text", "", 0).content = state.md.normalizeLinkText(match.text);
      const close = state.push("link_close", "a", -1);
      for (const token of [open, close]) [token.markup, token.info] = ["linkify", "auto"];
    }
    state.pos = end;
    return true;
  };
}

const escape = /\\(?=[!-/:-@[-`{-~])/g;

function unescaped(source: string): string {
  return source.replace(escape, "");
}

/** How much of the source makes so many characters of the address. */
function sourceLength(source: string, length: number): number {
  let taken = 0;
  for (const { index } of source.matchAll(escape)) if (index - taken < length) taken += 1;
  return length + taken;
}
