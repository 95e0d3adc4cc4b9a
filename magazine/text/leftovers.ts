/** Something that another system would have taken out of the text, or made something of: here it would be printed as it stands. */
export interface Leftover {
  /** What it is, and whose: `a shortcode of Hugo`. */
  readonly what: string;
  /** What to write instead. */
  readonly expected: string;
}

interface Kind extends Leftover {
  /** Tried where its first character stands. */
  readonly pattern: RegExp;
}

const picture = "![what it shows](picture.jpg)";
const template = {
  expected: `in Markdown what it stands for, such as ${picture} or [words](/address/), and \`\`\` around code; or \\{ to print it`,
};
const shortcode = {
  expected: `in Markdown what it stands for, such as ${picture} or [words](/address/); or \\[ to print it`,
};

const value = String.raw`(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[“”„″][^“”″\n]{0,300}[“”″]|[^\s\]{}"'“”„″]{1,300})`;
const attribute = String.raw`(?:[.#][\w:.-]{1,80}|[\w-]{1,80}=${value})`;
/** No link, and no name of one, follows: `[words](/address/)`. */
const alone = String.raw`(?![(\[:])`;

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, "uy");
}

/** In curly braces. Those who come first are asked first. */
const braces: readonly Kind[] = [
  {
    ...template,
    what: "a shortcode of Hugo",
    pattern: sticky(String.raw`\{\{[<%][^]{0,500}?[>%]\}\}`),
  },
  {
    ...template,
    what: "a tag of a template (Liquid in Jekyll, Nunjucks in Hexo and Eleventy)",
    pattern: sticky(String.raw`\{%-?\s*[\p{L}_][^]{0,500}?%\}`),
  },
  {
    ...template,
    what: "a placeholder of a template (Jekyll, Hugo, a wiki)",
    pattern: sticky(String.raw`\{\{\{?[-~]?\s*[\p{L}\p{N}_$.#/>^!&@"'][^{}]{0,500}\}\}\}?`),
  },
  {
    ...template,
    what: "a comment of a template (Nunjucks, Twig)",
    pattern: sticky(String.raw`\{#\s[^]{0,500}?#\}`),
  },
  {
    expected: "the words alone: how they look is the layout's; or \\{ to print it",
    what: "a mark of kramdown (Jekyll)",
    pattern: sticky(
      String.raw`\{:(?:[:/][^{}\n]{0,100}|[\w-]{1,80}(?:\s+${attribute}){0,9}|\s*${attribute}(?:\s+${attribute}){0,9})\s*\}`,
    ),
  },
];

/** `{#id}`, `{.class}`, `{width=50%}`: they say something where a line or what is in brackets ends. */
const attributes: Kind = {
  expected:
    "the words alone: a heading has its id by itself, and how things look is the layout's; or \\{ to print it",
  what: "an attribute of Pandoc, kramdown or Markdown Extra",
  pattern: sticky(
    String.raw`\{\s?(?:[.#]\p{L}[\w:.-]{0,80}|[\w-]{1,80}=${value})(?:\s+${attribute}){0,9}\s?\}`,
  ),
};

const wordpress =
  "gallery|caption|wp_caption|embed|playlist|audio|video|code|sourcecode|contact-form(?:-7)?|googlemaps|youtube|vimeo|soundcloud|tweet|(?:vc|su|et_pb|fusion|elementor)_[a-z_]+";
const bbcode = "b|i|u|s|url|img|quote|color|size|list|center|spoiler";

/** In square brackets. */
const brackets: readonly Kind[] = [
  {
    ...shortcode,
    what: "a shortcode of WordPress",
    pattern: sticky(
      String.raw`\[(?:\/(?:${wordpress})|(?:gallery|caption|wp_caption|embed|playlist)|(?:${wordpress})(?=[\s=][^\]\n]{0,500}(?:=|https?:))[^\]\n]{1,500}|[a-z][a-z0-9_-]{1,40}\s+[a-z_-]{1,40}=["'“”„″][^\]\n]{0,500})\s*\/?\]${alone}`,
    ),
  },
  {
    expected:
      "Markdown: **bold**, *italics*, > before a quotation, [words](/address/); or \\[ to print it",
    what: "a tag of BBCode, as forums have it",
    pattern: sticky(
      String.raw`\[(?:(?:url|img|quote|color|size)=[^\]\n]{1,300}|\/(?:${bbcode})|img)\]${alone}`,
    ),
  },
  {
    expected: "nothing: headings are read as they stand; or \\[ to print it",
    what: "a table of contents of another system",
    pattern: sticky(String.raw`(?:\[(?:TOC|toc)\]|\[\[_?(?:TOC|toc)_?\]\])${alone}`),
  },
  {
    expected: `a link, [words](/address/), or a picture, ${picture}; or \\[ to print it`,
    what: "a link of a wiki or of Obsidian",
    pattern: sticky(String.raw`!?\[\[(?=[^\]\n]{0,200}\p{L})[^\[\]\n]{1,200}\]\]${alone}`),
  },
];

const callOut: Kind = {
  expected:
    "> [!INFO] or > [!QUOTE] at the beginning of a quotation between paragraphs, or a quotation without it; or \\[ to print it",
  what: "the kind of a call-out of GitHub or Obsidian",
  pattern: sticky(String.raw`\[![a-zA-Z]{3,20}\][+-]?(?=\s|$)`),
};

/**
 * What another system left behind at a place of a text that is no code.
 * @returns its length and what it is, or undefined
 */
export function leftoverAt(
  source: string,
  at: number,
): { readonly length: number; readonly leftover: Leftover } | undefined {
  for (const kind of kindsAt(source, at)) {
    kind.pattern.lastIndex = at;
    const found = kind.pattern.exec(source)?.[0];
    if (found !== undefined) return { length: found.length, leftover: kind };
  }
  return undefined;
}

function kindsAt(source: string, at: number): readonly Kind[] {
  const first = source.charAt(at);
  if (first === "[") return at === 0 ? [callOut, ...brackets] : brackets;
  if (first === "!") return source.startsWith("![[", at) ? brackets : [];
  if (first !== "{") return [];
  return hasAttributesAt(source, at) ? [...braces, attributes] : braces;
}

function hasAttributesAt(source: string, at: number): boolean {
  if (/[)\]*_`"“]/.test(source.charAt(at - 1))) return true;
  const ahead = source.slice(at, at + 500);
  const end = ahead.indexOf("}");
  return end > 0 && /^[ \t]*(?:\n|$)/.test(ahead.slice(end + 1, end + 20));
}

/** What is said by the beginning of a line in a paragraph. */
const rows: readonly (Leftover & { readonly pattern: RegExp })[] = [
  {
    what: "a heading without a space, which older Markdown took",
    expected: "a space behind the #; or \\# to print it",
    pattern: /^#{2,6}(?=[^\s#])/,
  },
  {
    what: "a box to tick, as GitHub and Obsidian have them",
    expected: "the words alone; or \\[ to print it",
    pattern: /^\[ \](?=\s|$)/,
  },
  {
    what: "a box of Pandoc, Docusaurus or VuePress",
    expected: "> [!INFO] Title and > before each line; or \\: to print it",
    pattern: /^:{3,}(?:\s*\{[^\n]*|\s*[a-z][^\n]*|\s*)$/,
  },
  {
    what: "a box of MkDocs",
    expected: "> [!INFO] Title and > before each line; or a backslash before it to print it",
    pattern:
      /^(?:!!!|\?\?\?\+?) (?:abstract|attention|bug|caution|danger|error|example|failure|hint|important|info|note|question|quote|success|summary|tip|warning)(?=\s|$)[^\n]*/,
  },
  {
    what: "a directive of reStructuredText",
    expected: `in Markdown what it stands for, such as ${picture}; or a backslash before it to print it`,
    pattern: /^\.\. [a-z-]+::[^\n]*/,
  },
];

const ticked = /^\[[xX]\](?=\s|$)/;

/** What another system left behind at the beginning of a paragraph's row. `inList`: it is the first of an entry. */
export function leftoverInRow(
  row: string,
  inList: boolean,
): { readonly found: string; readonly leftover: Leftover } | undefined {
  const box = rows[1];
  const tick = inList ? ticked.exec(row)?.[0] : undefined;
  if (tick !== undefined && box) return { found: tick, leftover: box };
  for (const leftover of rows) {
    const found = leftover.pattern.exec(row)?.[0];
    if (found !== undefined) return { found, leftover };
  }
  return undefined;
}

/** Whether an address was to be filled in by a template: `{{site.url}}/a.jpg`, as it stands or with escapes. */
export function isTemplate(address: string): boolean {
  return /(?:\{|%7B)(?:\{|%7B|%(?!\d)|%25)/i.test(address);
}
