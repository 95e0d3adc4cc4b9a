/** Markup that is safe to print: made by `html`, or declared so by `raw`. */
export interface Html {
  readonly isEscaped: true;
  toString(): string;
}

/** What may stand in a template's gap. Strings are escaped; null, undefined and false print nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

class Markup implements Html {
  readonly isEscaped = true;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** The escaping tag: every string in a gap is escaped for HTML, for attributes and for XML alike. */
export function html(strings: TemplateStringsArray, ...gaps: Content[]): Html {
  let text = strings[0] ?? "";
  for (const [at, gap] of gaps.entries()) text += print(gap) + (strings[at + 1] ?? "");
  return new Markup(text);
}

/** Markup as it is. Only for what was rendered or escaped by us. */
export function raw(markup: string): Html {
  return new Markup(markup);
}

function print(content: Content): string {
  if (typeof content === "string") return escape(content);
  if (content instanceof Markup) return content.toString();
  if (content === null || content === undefined || content === false) return "";
  if (Array.isArray(content)) return content.map(print).join("");
  return typeof content === "number" ? String(content) : escape(String(content));
}

const escaped: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign);
}
