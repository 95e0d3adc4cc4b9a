import { HtmlValidate } from "html-validate/node";
import { expect, test } from "vitest";
import { printSite, sample } from "../site.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  elements: [
    "html5",
    {
      // The comment widget's element is ours; nothing stands in it but a sentence for readers without script.
      "comment-thread": { flow: true, phrasing: false, permittedContent: ["@flow"] },
    },
  ],
});

test.each([sample, "test/fixtures/magazine"])("every page of %s is valid HTML", async (content) => {
  const { pages, printed } = await printSite(content);
  const complaints: string[] = [];
  const html = pages.filter(({ path }) => path.endsWith("/") || path.endsWith(".html"));
  expect(html.length).toBeGreaterThan(20);
  for (const { path } of html) {
    const report = await validator.validateString(printed.get(path) ?? "", path);
    for (const { messages } of report.results) {
      complaints.push(
        ...messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
      );
    }
  }
  expect(complaints).toEqual([]);
});
