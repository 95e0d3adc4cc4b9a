import { brotliCompressSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { overBudget } from "../../scripts/build/budget.ts";
import { printSite, sample } from "../site.ts";

let articles: { path: string; html: string }[];
beforeAll(async () => {
  const { pages, printed } = await printSite(sample);
  articles = pages
    .filter(({ layout }) => layout === "article")
    .map(({ path }) => ({ path, html: printed.get(path) ?? "" }));
});

const budgetOf = (pages: typeof articles) =>
  pages.flatMap(({ path, html }) => {
    const bytes = Buffer.from(html);
    return overBudget({ path, bytes, own: bytes, shared: [] });
  });

/** So many words that no compression makes much of. */
const noise = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    (((at + 1) * 2_654_435_761) % 4_294_967_296).toString(36),
  ).join(" ");

test("every article page of the sample is within the budget, and none brings a font", () => {
  expect(articles.length).toBeGreaterThan(15);
  expect(budgetOf(articles)).toEqual([]);
  for (const { html } of articles) expect(html).not.toMatch(/@font-face|\.woff/u);
});

test("a page over the budget is named with what of it is HTML and what style", () => {
  const [{ path, html } = { path: "", html: "" }] = articles;
  const text = html.replace("</article>", `<p>${noise(3000)}</p></article>`);
  const style = html.replace("</style>", `.x{content:"${noise(3000)}"}</style>`);
  const [grown = "", styled = "", ...others] = budgetOf([
    { path, html: text },
    { path, html: style },
  ]);
  expect(others).toEqual([]);
  const told = (line: string) => line.match(/\d+/gu)?.map(Number).slice(-4) ?? [];
  const [bytes, most, inHtml = 0, inStyle = 0] = told(grown);
  expect(grown).toMatch(new RegExp(`^${path} weighs `, "u"));
  expect([bytes, most, inHtml + inStyle]).toEqual([brotliCompressSync(text).length, 10_000, bytes]);
  expect(inHtml).toBeGreaterThan(inStyle);
  const [, , htmlOfStyled = 0, styleOfStyled = 0] = told(styled);
  expect(styleOfStyled).toBeGreaterThan(htmlOfStyled);
});

test("a page of too many elements is named", () => {
  const [{ path, html } = { path: "", html: "" }] = articles;
  const before = html.match(/<[a-z][^>]*>/gu)?.length ?? 0;
  const filled = (count: number) =>
    html.replace("</article>", `${"<i></i>".repeat(count - before)}</article>`);
  expect(budgetOf([{ path, html: filled(700) }])).toEqual([]);
  expect(budgetOf([{ path, html: filled(701) }])).toEqual([
    `${path} has 701 elements, more than 700`,
  ]);
});
