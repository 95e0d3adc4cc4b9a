import { TokenType, tokenize } from "@csstools/css-tokenizer";
import type { CSSToken } from "@csstools/css-tokenizer";

import { atRules, functions } from "./allowed.ts";

/** What a style may not hold: as it is written, and what it means when that is written in another way. */
export interface StyleFault {
  readonly raw: string;
  readonly what: string;
  readonly expected: string;
}

const local = "url(#…) with the id of something in the same picture, or a font inside the file";
const known = "a style that only draws, and loads nothing";

/** A font in the file itself, as many programs write it for the picture's texts: letters, and nothing that runs. SVG fonts are documents. */
const font =
  /^data:(?:font\/(?:woff2?|[ot]tf|sfnt|collection)|application\/(?:x-)?font-[\w-]+)(?:;[\w=-]+)*,/i;

/** So many faults of one style are told. */
const most = 20;

/**
 * Reads CSS (CSS Syntax 3, so escapes such as `u\72l(` are read as what they mean) and finds what would load something: an address but
 * for a part of the same picture, an at-rule or a function that is not known to be harmless.
 */
export function styleFaults(css: string): StyleFault[] {
  const tokens = tokenize({ css });
  return tokens.flatMap((token, index) => faultOf(token, tokens, index) ?? []).slice(0, most);
}

function faultOf(token: CSSToken, tokens: readonly CSSToken[], at: number): StyleFault | null {
  const [type, raw] = token;
  if (type === TokenType.URL) {
    const { value } = token[4];
    return staysInside(value) ? null : fault(raw, `the address "${short(value)}"`, local);
  }
  if (type === TokenType.BadURL || type === TokenType.BadString) {
    return fault(raw, `"${short(raw)}", which cannot be read`, known);
  }
  if (type === TokenType.AtKeyword) {
    const name = token[4].value.toLowerCase();
    return atRules.has(name) ? null : fault(raw, `the rule @${short(name)}`, known);
  }
  if (type !== TokenType.Function) return null;
  const name = token[4].value.toLowerCase();
  if (name !== "url") {
    return functions.has(name) ? null : fault(raw, `the function ${short(name)}()`, known);
  }
  const address = addressIn(tokens, at);
  if (address === null) return fault(raw, "an address that cannot be read", local);
  return staysInside(address) ? null : fault(raw, `the address "${short(address)}"`, local);
}

function staysInside(address: string): boolean {
  return address.startsWith("#") || font.test(address);
}

/** The address in `url("…")`, which is a string and nothing else. */
function addressIn(tokens: readonly CSSToken[], at: number): string | null {
  const [string, end] = tokens
    .slice(at + 1, at + 6)
    .filter(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  if (string?.[0] !== TokenType.String || end?.[0] !== TokenType.CloseParen) return null;
  return string[4].value;
}

function fault(raw: string, what: string, expected: string): StyleFault {
  return { raw, what, expected };
}

/** A name or value in a sentence. */
export function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
