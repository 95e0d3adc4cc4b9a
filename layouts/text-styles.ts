import type { Assets, Style } from "./assets.ts";

/** The files in `styles/` of what only some texts hold. They stand in a style of their own, which no other page carries. */
export const textStyles = ["tables", "notes", "boxes", "embeds"] as const;

export type TextStyle = (typeof textStyles)[number];

/** How a page that holds it is known: how a class begins. */
const signs: Readonly<Record<string, TextStyle>> = {
  'table"': "tables",
  'footnotes"': "notes",
  'info"': "boxes",
  'pull"': "boxes",
  "embed ": "embeds",
};

const anySign = new RegExp(`class="(${Object.keys(signs).join("|")})`, "gu");

/** The styles that a printed page asks for beside those of its kind. */
export function textStylesIn(printed: string, assets: Assets): Style[] {
  const found = new Set(Array.from(printed.matchAll(anySign), ([, sign = ""]) => signs[sign]));
  return textStyles.filter((name) => found.has(name)).map((name) => assets.textStyles[name]);
}
