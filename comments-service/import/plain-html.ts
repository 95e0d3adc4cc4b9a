import sax from "sax";

// Stands for a `<` that is text, while the parser and its leftovers know `<` only as the beginning of a tag.
const LESS_THAN = "\uE000";
const BLOCKS = new Set(
  "p div blockquote ul ol pre table tr h1 h2 h3 h4 h5 h6 hr dl dt dd figure".split(" "),
);
const UNSEEN = new Set(["script", "style", "template", "iframe", "object"]);

/**
 * What HTML says, as plain text: paragraphs with an empty line between them, quotes as lines with `>`, items of lists with `–`, and links
 * with their address. Nothing in it is run or fetched, and whatever is not text or a link goes.
 * @param lineEnds `space` when a line end means nothing, as in HTML; `line` when it ends a line, as in texts that were typed with a few
 *   tags between.
 */
export function plainTextOf(html: string, lineEnds: "space" | "line"): string {
  const page = createPage();
  const parser = sax.parser(false, { lowercase: true });
  let unseen = 0;
  let preformatted = 0;
  let link: { address: string; words: string } | null = null;

  const write = (words: string) => {
    if (link === null) page.write(words);
    else link.words += words;
  };

  Object.assign(parser, {
    onopentag({ name, attributes }: sax.Tag) {
      if (UNSEEN.has(name)) unseen += 1;
      if (name === "pre") preformatted += 1;
      if (name === "br") write("\n");
      if (BLOCKS.has(name)) page.paragraph();
      if (name === "li") page.item();
      if (name === "blockquote") page.quote(1);
      if (name === "img") write(attributes["alt"] ?? "");
      if (name === "a" && link === null)
        link = { address: webAddress(attributes["href"] ?? ""), words: "" };
    },
    ontext(text: string) {
      if (unseen > 0) return;
      // In its loose mode the parser hands over an end tag that ends nothing as text.
      const words = text.replace(/<\/[^<>]*>/gu, "").replaceAll(LESS_THAN, "<");
      write(lineEnds === "line" || preformatted > 0 ? words : words.replace(/\s+/gu, " "));
    },
    onclosetag(name: string) {
      if (UNSEEN.has(name)) unseen -= 1;
      if (name === "pre") preformatted -= 1;
      if (name === "a" && link !== null) {
        const { address, words } = link;
        link = null;
        page.write(linkText(address, words));
      }
      if (name === "blockquote") page.quote(-1);
      if (BLOCKS.has(name)) page.paragraph();
    },
  });
  // After its first element is closed the parser would take everything for text, so one stands around all of it.
  parser.write(`<imported-text>${withoutFalseTags(html)}`).close();
  return page.text();
}

/** Addresses in angle brackets stay as text, and so does every `<` that begins no tag of a decent length. */
function withoutFalseTags(html: string): string {
  return html
    .replaceAll(LESS_THAN, "")
    .replace(/<(https?:\/\/[^\s<>]+)>/giu, "$1")
    .replace(/&lt;|&#60;|&#x3c;/giu, LESS_THAN)
    .replace(/<(?![a-z/!][^<>]{0,4000}>)/giu, LESS_THAN);
}

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

/** Gathers the lines of a text; each paragraph knows how deep in quotes it stands. */
function createPage() {
  const paragraphs: string[] = [];
  let words = "";
  let depth = 0;

  function paragraph(): void {
    const lines = words
      .split(/\r\n?|\n/u)
      .map((line) => line.trim())
      .join("\n")
      .trim()
      .split(/\n{2,}/u);
    const mark = "> ".repeat(depth);
    for (const each of lines)
      if (each !== "") paragraphs.push(mark + each.replaceAll("\n", `\n${mark}`));
    words = "";
  }

  return {
    paragraph,
    write: (more: string) => void (words += more),
    item: () => void (words += "\n– "),
    quote(by: 1 | -1) {
      paragraph();
      depth = Math.min(Math.max(depth + by, 0), 5);
    },
    text() {
      paragraph();
      return paragraphs.join("\n\n");
    },
  };
}
