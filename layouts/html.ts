import { html as tag, raw as trusted } from "hono/html";

/** Markup that is safe to print: made by `html`, or declared so by `raw`. */
export interface Html {
  readonly isEscaped: true;
  toString(): string;
}

/** What may stand in a template's gap. Strings are escaped; null, undefined and false print nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

/** The escaping tag: every string in a gap is escaped for HTML, for attributes and for XML alike. */
export function html(strings: TemplateStringsArray, ...gaps: Content[]): Html {
  // Hono's tag answers with a promise only when a gap holds one, and ours cannot.
  return tag(strings, ...gaps) as unknown as Html;
}

/** Markup as it is. Only for what was rendered or escaped by us. */
export function raw(markup: string): Html {
  return trusted(markup);
}
