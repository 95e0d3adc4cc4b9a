import { expect, test } from "vitest";
import { html } from "../../../comments-service/http/html.ts";

test("texts in a template are escaped for HTML, attributes and XML, at any depth, and markup is not escaped again", () => {
  const evil = `<b a="1" c='2'>&amp;`;
  const escaped = "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;";
  expect(html`<p title="${evil}">${evil}</p>`.toString()).toBe(
    `<p title="${escaped}">${escaped}</p>`,
  );
  const items = [1, 2].map((number) => html`<li>${number}</li>`);
  expect(html`<ul>${[items, [["&"]]]}</ul>\n`.toString()).toBe(
    "<ul><li>1</li><li>2</li>&amp;</ul>\n",
  );
});

test("nothing stands for null, undefined and what is true or false, and a zero for itself", () => {
  expect(html`[${null}${undefined}${false}${true}${""}${[]}${0}]`.toString()).toBe("[0]");
});
