import { expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import type { TextStyle } from "../../layouts/text-styles.ts";
import type { ArticleView } from "../../magazine/pages/views.ts";
import { parseText } from "../../magazine/text/text.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { printSite, sample } from "../site.ts";

const { pages } = await printSite(sample);
const { assets } = await buildAssets("de");

/** The styles of an article with that text, and the hashes that its policy lets through. */
function stylesOf(source: string): { styles: string[]; hashes: string[] } {
  const page = pages.find(({ path }) => path === "/vertrieb/kekse/");
  const { key, rendered } = parseText(source, "de");
  const view = { ...(page?.view as ArticleView), text: { key, rendered, images: {}, moved: {} } };
  const printed = printPage({ path: "/", layout: "article", view, source: "" }, assets);
  return {
    styles: [...printed.matchAll(/<style>(.*?)<\/style>/gsu)].map(([, css = ""]) => css),
    hashes: [...printed.matchAll(/&#39;(sha256-.*?)&#39;/gu)].map(([, hash = ""]) => hash),
  };
}

test("a page carries the style of what its text holds, let through by its policy, and no other", () => {
  const forms = {
    tables: "| a |\n|---|\n| b |",
    notes: "a[^1]\n\n[^1]: b",
    boxes: "> [!INFO] a\n> b",
    embeds: "[a](https://youtu.be/b)",
  } satisfies Record<TextStyle, string>;
  const own = assets.styles.article;
  for (const [name, source] of Object.entries(forms)) {
    const style = assets.textStyles[name as TextStyle];
    expect(style.css.length).toBeGreaterThan(100);
    expect(stylesOf(`Wort\n\n${source}`)).toEqual({
      styles: [own.css, style.css],
      hashes: [own.hash, style.hash],
    });
  }
  expect(stylesOf("Wort\n\n> so").styles).toEqual([own.css]);
  expect(stylesOf("Wort\n\n> [!QUOTE]\n> so").styles).toContain(assets.textStyles.boxes.css);
});
