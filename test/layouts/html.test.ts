import { expect, test } from "vitest";
import { printSite, sample } from "../site.ts";
import { complaintsAbout } from "./valid.ts";

test.each([sample, "test/fixtures/magazine"])("every page of %s is valid HTML", async (content) => {
  const { pages, printed } = await printSite(content);
  const complaints: string[] = [];
  const html = pages.filter(({ path }) => path.endsWith("/") || path.endsWith(".html"));
  expect(html.length).toBeGreaterThan(20);
  for (const { path } of html)
    complaints.push(...(await complaintsAbout(path, printed.get(path) ?? "")));
  expect(complaints).toEqual([]);
});
