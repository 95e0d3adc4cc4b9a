import sax from "sax";
import { createPage } from "./plain-page.ts";
import { blocks, LESS_THAN, markup, tagsOfProgram, tagsOfWriter, unseen } from "./tags.ts";

/** Is told the name of what is neither shown nor a word: `<script>`, `<img>`. */
export type Dropped = (name: string) => void;

/**
 * What HTML says, as plain text: paragraphs with an empty line between them, quotes as lines with `>`, items of lists with `–`, links
 * with their address, and preformatted lines between fences. Nothing in it is run or fetched.
 * @param lineEnds `space` when a line end means nothing, as in HTML that a program wrote; `line` when it ends a line, as in texts that
 *   were typed with a few tags between.
 */
export function plainTextOf(
  html: string,
  lineEnds: "space" | "line",
  dropped: Dropped = () => {},
): string {
  const page = createPage();
  const parser = sax.parser(false, { lowercase: true });
  let hidden = 0;
  let code: { name: "pre" | "code"; lines: string } | null = null;
  let link: { address: string; words: string } | null = null;

  const put = (words: string) => {
    if (code === null) page.write(words);
    else code.lines += words;
  };
  const write = (words: string) => {
    if (link === null) put(words);
    else link.words += words;
  };
  const block = () => {
    if (code === null) page.paragraph();
    else if (!/(?:^|\n)$/u.test(code.lines)) code.lines += "\n";
  };
  const endLink = () => {
    if (link === null) return;
    const { address, words } = link;
    link = null;
    put(linkText(address, words));
  };
  const endCode = () => {
    if (code === null) return;
    const { name, lines } = code;
    code = null;
    if (name === "pre" || /\n/u.test(lines.trim())) page.code(lines);
    else page.write(lines);
  };

  Object.assign(parser, {
    onopentag({ name, attributes }: sax.Tag) {
      if (unseen.has(name)) hidden += 1;
      if (unseen.has(name) || name === "img" || (!markup.has(name) && name !== ROOT))
        dropped(`<${name.slice(0, LONGEST_NAME)}>`);
      if (name === "br") write("\n");
      if (blocks.has(name) || (name === "li" && code !== null)) block();
      if (name === "li" && code === null) page.item();
      if (name === "blockquote" && code === null) page.quote(1);
      if (name === "img") write(attributes["alt"] ?? "");
      if (name === "a" && link === null) {
        const address = webAddress(attributes["href"] ?? "");
        if (address === "" && (attributes["href"] ?? "") !== "") dropped("<a href>");
        link = { address, words: "" };
      }
      // Typed code over several lines is a block, whatever the tag.
      const isCode = name === "pre" || (name === "code" && lineEnds === "line" && link === null);
      if (isCode && code === null) code = { name: name === "pre" ? "pre" : "code", lines: "" };
    },
    ontext(text: string) {
      if (hidden > 0) return;
      // In its loose mode the parser hands over an end tag that ends nothing as text.
      const words = text.replace(/<\/[^<>]*>/gu, "");
      write(lineEnds === "line" || code !== null ? words : words.replace(/\s+/gu, " "));
    },
    oncomment: () => dropped("<!-- -->"),
    onclosetag(name: string) {
      if (unseen.has(name)) hidden -= 1;
      if (name === "a") endLink();
      if (name === code?.name) endCode();
      if (name === "blockquote" && code === null) page.quote(-1);
      if (blocks.has(name)) block();
    },
  });
  const known = lineEnds === "line" ? tagsOfWriter(html, dropped) : tagsOfProgram(html);
  // After its first element is closed the parser would take everything for text, so one stands around all of it.
  parser.write(`<${ROOT}>${known}`).close();
  endLink();
  endCode();
  return page.text().replaceAll(LESS_THAN, "<");
}

const ROOT = "imported-text";
const LONGEST_NAME = 20;

function linkText(address: string, words: string): string {
  const shown = words.trim();
  if (address === "" || shown === address) return words;
  // Some systems show a long address cut off: the whole one says more.
  const isAddress = /^(?:https?:\/\/|www\.)\S*$/u.test(shown);
  return shown === "" || isAddress ? address : `${shown} (${address})`;
}

function webAddress(href: string): string {
  const url = URL.parse(href.trim());
  return url !== null && /^(?:https?|mailto):$/u.test(url.protocol) ? href.trim() : "";
}
