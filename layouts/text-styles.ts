import type { Assets, Style } from "./assets.ts";

/**
 * The files in `styles/` of what only some texts hold, each with how a page that holds it is known. They stand in a style of their own, which no
 * other page carries.
 */
export const textStyles = {
  tables: /class="table"/,
  notes: /class="footnotes"/,
  boxes: /class="(?:info|pull)"/,
  embeds: /class="embed /,
} as const satisfies Readonly<Record<string, RegExp>>;

export type TextStyle = keyof typeof textStyles;

/** The styles that a printed page asks for beside those of its kind. */
export function textStylesIn(printed: string, assets: Assets): Style[] {
  return Object.entries(textStyles).flatMap(([name, sign]) =>
    sign.test(printed) ? [assets.textStyles[name as TextStyle]] : [],
  );
}
