import { HtmlValidate } from "html-validate/node";

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

/** What is wrong with the HTML of a page. */
export async function complaintsAbout(path: string, printed: string): Promise<string[]> {
  const { results } = await validator.validateString(printed, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
  );
}
