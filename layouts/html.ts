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
  for (let at = 0; at < gaps.length; at += 1) text += print(gaps[at]) + (strings[at + 1] ?? "");
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
  if (Array.isArray(content)) return content.reduce((text: string, one) => text + print(one), "");
  return typeof content === "number" ? String(content) : escape(String(content));
}

const special = /[&<>"']/u;

/** Most strings hold none of the signs. */
function escape(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
