import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { textBlocks } from "../../../../comments-service/domain/text-blocks.ts";
import { openService } from "../../service.ts";
import { bring, fixture, issoDatabase, temporaryFile } from "./importing.ts";

const code = "if (a<b && c>d) {\n    vector<int> x;\n\n\treturn;\n}";

/** What a comment says once this text has come from that system, and what the import said. */
async function come(source: "disqus" | "wordpress" | "isso", text: string) {
  const service = await openService();
  await service.thread();
  let path = issoDatabase();
  if (source === "isso") {
    const raw = new DatabaseSync(path);
    raw.prepare("UPDATE comments SET text = ? WHERE id = 1").run(text);
    raw.close();
  } else {
    const [file, old] =
      source === "disqus"
        ? [fixture("disqus.xml"), "<p>Es regnet. 🌧</p>"]
        : [fixture("wordpress.xml"), "Das sehe ich anders.\n\nGanz anders."];
    const xml = readFileSync(file, "utf8");
    path = temporaryFile(
      "export.xml",
      xml.replace(old, () => text),
    );
  }
  const lines = await bring(service, source, path);
  const thread = source === "disqus" ? "regen" : "flur";
  const [comment] = (await service.thread(thread, "?order=oldest")).comments;
  return { said: comment?.text ?? "", lines };
}

test.each([
  "Nimm `vector<int>`, nicht `List<String>`.",
  "if (a<b && c>d) dann",
  "Schreiben Sie an <bob@example.org>.",
  `So:\n\n\`\`\`html\n${code}\n<div>\n  <p>\n\`\`\``,
])("Isso: %j comes with every word", async (text) => {
  expect((await come("isso", text)).said).toBe(text);
});

test.each([
  ["if (a<b && c>d) und vector<int> an <bob@example.org>", undefined],
  ["Im Text <code>vector<int> a<b</code>.", "Im Text vector<int> a<b."],
  [`<pre>\n${code}\n</pre>`, `\`\`\`\n${code}\n\`\`\``],
  [`So: <code>\n${code}\n</code>`, `So:\n\n\`\`\`\n${code}\n\`\`\``],
])("WordPress: %j comes with every word", async (text, said = text) => {
  expect((await come("wordpress", text)).said).toBe(said);
});

test("Disqus: a block keeps its lines and their spaces, and is shown with them", async () => {
  const html = code.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const { said } = await come("disqus", `<p>So:</p><pre><code>${html}</code></pre>`);
  expect(textBlocks(said)).toEqual([
    { isQuote: false, lines: [["So:"]] },
    { isQuote: false, isCode: true, lines: code.split("\n").map((line) => [line]) },
  ]);
});

test.each([
  // One stands in the fixture already.
  ["disqus", '<p>da</p><script>x</script><img src="x">', "2 <script>, 1 <img>"],
  ["wordpress", "da <!-- weg --> <!-- weg -->", "2 <!-- -->"],
  ["isso", 'da <!-- weg --> <a href="javascript:x">hier</a>', "1 <!-- -->, 1 <a href>"],
] as const)("%s: what is left out of a text is named", async (source, text, named) => {
  const line = (await come(source, text)).lines.find((each) => each.startsWith("not words"));

  expect(line).toBe(`not words, and left out of the texts: ${named}`);
});
