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

/** Markup that stands on many pages, and is the same thing on each. */
export class Shared extends Markup {}

/** A piece of a page: text of its own, or what it shares with others. */
export type Piece = string | Shared;

/** The escaping tag: every string in a gap is escaped for HTML, for attributes and for XML alike. */
export function html(strings: TemplateStringsArray, ...gaps: Content[]): Html {
  let text = strings[0] ?? "";
  for (let at = 0; at < gaps.length; at += 1) text += print(gaps[at]) + (strings[at + 1] ?? "");
  return new Markup(text);
}

/** The same as pieces, whose texts are the whole one behind the other: what is shared stands alone. */
export function inPieces(strings: TemplateStringsArray, ...gaps: Content[]): readonly Piece[] {
  const pieces: Piece[] = [strings[0] ?? ""];
  for (let at = 0; at < gaps.length; at += 1) {
    gather(gaps[at], pieces);
    pieces.push(strings[at + 1] ?? "");
  }
  return pieces;
}

function gather(content: Content, pieces: Piece[]): void {
  if (content instanceof Shared) pieces.push(content);
  else if (Array.isArray(content)) for (const one of content) gather(one, pieces);
  else pieces.push(print(content));
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

const special = /[&<>"']/gu;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Most strings hold none of the signs. A loop over all of them takes two thirds of the time that a replacement of each takes. */
function escape(text: string): string {
  let escaped = "";
  let from = 0;
  // Where nothing is found any more, the pattern begins anew.
  while (special.test(text)) {
    const at = special.lastIndex - 1;
    escaped += text.slice(from, at) + (references[text[at] ?? ""] ?? "");
    from = at + 1;
  }
  return from === 0 ? text : escaped + text.slice(from);
}
