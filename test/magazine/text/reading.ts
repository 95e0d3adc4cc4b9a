import { parseText, renderText } from "../../../magazine/text/text.ts";
import type { RenderOptions } from "../../../magazine/text/text.ts";
import { refuseEnglish } from "../german.ts";

/** The HTML of a German text that has no mistake. */
export function html(source: string, options: Partial<RenderOptions> = {}): string {
  const text = parseText(source, "de");
  if (text.mistakes.length > 0) throw new Error(JSON.stringify(text.mistakes));
  return renderText(text, { part: "all", ...options });
}

/** The mistakes of a German text, each as one line: `line:column what; expected …; did you mean "…"?`. */
export function mistakes(source: string): string[] {
  const { mistakes } = parseText(source, "de");
  refuseEnglish(mistakes);
  return mistakes.map(({ line, column, what, expected, guess }) => {
    const question = guess === undefined ? "" : `; did you mean "${guess}"?`;
    return `${line}:${column} ${what}; expected ${expected}${question}`;
  });
}

/** Only where they are and what is wrong. */
export function places(source: string): string[] {
  return parseText(source, "de").mistakes.map(
    ({ line, column, what }) => `${line}:${column} ${what}`,
  );
}
