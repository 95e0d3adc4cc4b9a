import { expect, test } from "vitest";
import { entriesOf } from "../../layouts/feeds/entry.ts";
import { html } from "../../layouts/html.ts";
import { once } from "../../layouts/once.ts";
import type { Page } from "../../magazine/pages/page.ts";
import { printSite, sample } from "../site.ts";

test("what stands on many pages is printed once for each thing and key", () => {
  const printed: string[] = [];
  const greet = once(
    ({ name }: { name: string }, words: readonly string[]) => {
      printed.push(name);
      return html`<p>${words.join(" ")} ${name}</p>`;
    },
    (words) => words.join(" "),
  );
  const [anna, other] = [{ name: "Anna" }, { name: "Anna" }];
  for (const _ of [1, 2]) expect(greet(anna, ["Hallo"]).toString()).toBe("<p>Hallo Anna</p>");
  expect(greet(anna, ["Guten", "Tag"]).toString()).toBe("<p>Guten Tag Anna</p>");
  expect(printed).toHaveLength(2);
  expect(greet(other, ["Hallo"])).not.toBe(greet(anna, ["Hallo"]));
});

test("the formats of a feed print their texts once, and a feed that lies elsewhere prints its own", async () => {
  const { pages } = await printSite(sample);
  const view = (layout: "atom" | "rss") =>
    pages.find((page): page is Page & { layout: typeof layout } => page.layout === layout)?.view;
  const [atom, rss] = [view("atom"), view("rss")];
  if (atom === undefined || rss === undefined) throw new Error("the sample has feeds");
  expect(entriesOf(atom).length).toBeGreaterThan(1);
  expect(entriesOf(rss)).toBe(entriesOf(atom));
  const moved = entriesOf({ ...atom, site: "https://andere.example" });
  expect(moved.map(({ html }) => html).join("")).toContain("https://andere.example/");
});
