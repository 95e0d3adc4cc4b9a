import { html as honoTag } from "hono/html";
import { expect, test } from "vitest";
import { html, inPieces, raw, Shared } from "../../layouts/html.ts";

test("every sign that means something in HTML is escaped, as Hono's tag does it", async () => {
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join("");
  for (const text of [all, `<b class="a" title='b'>&amp;</b>`, "", "]]>", "😀&\uD800"])
    expect(html`<p title="${text}">${text}</p>`.toString()).toBe(
      (await honoTag`<p title="${text}">${text}</p>`).toString(),
    );
});

test("markup stands as it is, lists one behind the other, and what is not there prints nothing", () => {
  const items = ["a", "<", raw("<br>")].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>${null}${undefined}${false}${0}${[[1], "&"]}`.toString()).toBe(
    "<ul><li>a</li><li>&lt;</li><li><br></li></ul>01&amp;",
  );
});

test("what only says that it is escaped is no markup", () => {
  const claimed = { isEscaped: true, toString: () => "<script>" } as const;
  expect(html`${claimed}`.toString()).toBe("&lt;script&gt;");
});

test("the pieces of a template are its text, and what is shared is one of them", () => {
  const shared = new Shared("<hr>");
  const gaps = [[shared, "<"], html`<p>${shared}</p>`, shared, null] as const;
  const pieces = inPieces`<main>${gaps[0]}${gaps[1]}${gaps[2]}${gaps[3]}</main>`;
  expect(pieces.join("")).toBe(
    html`<main>${gaps[0]}${gaps[1]}${gaps[2]}${gaps[3]}</main>`.toString(),
  );
  expect(pieces.filter((one) => one === shared)).toHaveLength(2);
});
