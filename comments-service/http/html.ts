/** Markup that may stand in a page: made by `html`. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What may stand in a gap. Texts are escaped; null, undefined and booleans print nothing. */
type Content = Markup | string | number | boolean | null | undefined | readonly Content[];

/** The escaping tag, for HTML, attributes and XML alike. */
export function html(parts: TemplateStringsArray, ...gaps: readonly Content[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...gaps.map(print)));
}

function print(content: Content): string {
  if (Array.isArray(content)) return content.map(print).join("");
  if (content === null || content === undefined || typeof content === "boolean") return "";
  const text = String(content);
  return content instanceof Markup
    ? text
    : text.replace(/[&<>"']/gu, (sign) => escaped[sign] ?? sign);
}

const escaped: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
