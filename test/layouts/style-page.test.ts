import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { editionAt } from "../../magazine/edition.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { stylePage } from "../../magazine/pages/style-page.ts";
import type { StylePageView } from "../../magazine/pages/views.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { parseText, renderText } from "../../magazine/text/text.ts";
import { forms } from "../../magazine/words/forms.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { today } from "../site.ts";
import { complaintsAbout } from "./valid.ts";

/** One with a picture in a text. */
const magazine = editionAt(readMagazine("test/fixtures/magazine"), today, true);

test.each(["de", "en"] as const)(
  "the style page shows every form as it is written and as it is printed (%s)",
  async (language) => {
    const { assets } = await buildAssets(language);
    const printed = printPage(stylePage({ ...magazine, language }), assets);
    expect(await complaintsAbout("/_style/", printed)).toEqual([]);
    for (const { title, markdown } of forms[language]) {
      expect(parseText(markdown, language).mistakes).toEqual([]);
      expect(printed).toContain(`<h2>${title}</h2>`);
    }
    expect(printed.match(/<pre>/gu)?.length).toBe(forms[language].length);
    for (const { css } of Object.values(assets.textStyles)) expect(printed).toContain(css);
    expect(printed).toContain('<p class="ask">');
  },
);

test("without a picture in the magazine's texts the page does without", () => {
  const bare = magazine.articles.map((article) => ({
    ...article,
    text: { ...article.text, images: {} },
  }));
  const { view } = stylePage({ ...magazine, articles: bare }) as { view: StylePageView };
  const titles = view.forms.map(({ title }) => title);
  expect(titles).toEqual(forms.de.map(({ title }) => title).filter((title) => title !== "Bild"));
});

test("both languages show the same forms", () => {
  const kinds = forms.de.map(({ markdown }) => shapeOf(markdown, "de"));
  expect(forms.en.map(({ markdown }) => shapeOf(markdown, "en"))).toEqual(kinds);
});

test("docs/content.md shows the Markdown of each form", () => {
  const page = readFileSync("docs/content.md", "utf8");
  expect(forms.de.filter(({ markdown }) => !page.includes(`\n${markdown}\n`))).toEqual([]);
});

test("the style page is no page of the magazine, not even of a preview", () => {
  const paths = pagesOf(magazine).map(({ path }) => path);
  expect(paths).toContain("/impressum/");
  expect(paths).not.toContain(stylePage(magazine).path);
});

/** The elements that a text is printed as. */
function shapeOf(markdown: string, language: "de" | "en"): string[] {
  const html = renderText(parseText(markdown, language), { part: "all" });
  return [...html.matchAll(/<[a-z0-9]+/gu)].map(([tag]) => tag);
}
