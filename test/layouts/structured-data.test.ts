import { expect, test } from "vitest";
import { articleData } from "../../layouts/structured-data.ts";
import { printSite } from "../site.ts";

test("no text can end the script that holds structured data, and none is changed in it", async () => {
  const { pages } = await printSite("test/fixtures/magazine");
  const page = pages.find(({ layout }) => layout === "article");
  if (page?.layout !== "article") throw new Error("the fixture has articles");
  const title = "</script><script>alert(1)</script><!-- \u2028\u2029";
  const html = articleData({ ...page.view, title }).toString();
  const [, json = ""] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
  expect(json).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(json)).toMatchObject({ "@type": "Article", headline: title });
});
