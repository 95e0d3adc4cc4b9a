import { describe, expect, test } from "vitest";
import { textBlocks } from "../../../comments-service/domain/text-blocks.ts";
import type { TextPiece } from "../../../comments-service/domain/text-blocks.ts";

const p = (...lines: TextPiece[][]) => ({ isQuote: false, lines });
const quote = (...lines: TextPiece[][]) => ({ isQuote: true, lines });

const code = (...lines: string[]) => ({
  isQuote: false,
  isCode: true,
  lines: lines.map((line) => [line]),
});

describe("a comment's text", () => {
  test("has paragraphs that end at blank lines, and keeps their lines", () => {
    expect(textBlocks("eins\nzwei\n\ndrei")).toEqual([p(["eins"], ["zwei"]), p(["drei"])]);
    expect(textBlocks("eins\r\n \t\r\n\r\nzwei")).toEqual([p(["eins"]), p(["zwei"])]);
  });

  test("of nothing is nothing", () => {
    for (const nothing of ["", "\n \n", ">", "> \n>"]) expect(textBlocks(nothing)).toEqual([]);
  });

  test("quotes by lines that begin with >, next to what is not quoted or with a blank line between", () => {
    expect(textBlocks("> Es regnet.\n>Immer.\nNein.")).toEqual([
      quote(["Es regnet."], ["Immer."]),
      p(["Nein."]),
    ]);
    expect(textBlocks("> a\n>\n> b\n\n3 > 2")).toEqual([quote(["a"]), quote(["b"]), p(["3 > 2"])]);
  });

  test("keeps what stands between fences as it was typed: spaces, empty lines, addresses, marks of quotes", () => {
    expect(textBlocks("So:\n```js\n\tif (a) {\n\n    > b https://x.example/  \n```\nJa.")).toEqual([
      p(["So:"]),
      code("\tif (a) {", "", "    > b https://x.example/"),
      p(["Ja."]),
    ]);
    expect(textBlocks("````\n```\n  x\n```\n`````")).toEqual([code("```", "  x", "```")]);
    expect(textBlocks("```\n a\n```\n```\n b\n```")).toEqual([code(" a"), code(" b")]);
  });

  test("keeps them within a quotation too, and a fence ends with it at the latest", () => {
    expect(textBlocks("> ```\n>   x\n>\n> y\n> ```\nNein.")).toEqual([
      { ...code("  x", "", "y"), isQuote: true },
      p(["Nein."]),
    ]);
    expect(textBlocks("> ```\n> x\n```\ny")).toEqual([quote(["```"], ["x"]), p(["```"], ["y"])]);
  });

  test.each([
    "```\n  ohne Ende",
    "```\nab```\n``",
    "``` wer das liest\nist klug\n```",
    "````\nx\n```",
    "``\nx\n``",
    "```x```\ny",
  ])("has no fence in %j", (text) => {
    expect(textBlocks(text)).toEqual([p(...text.split("\n").map((line) => [line.trim()]))]);
  });

  test("of empty fences is nothing", () => {
    expect(textBlocks("```\n```\n\n> ```\n>  \n> ```")).toEqual([]);
  });

  test.each([
    ["Siehe https://x.example/a_(b)?c=d#e.", "Siehe ", "https://x.example/a_(b)?c=d#e", "."],
    ["(HTTP://x.example/)", "(", "HTTP://x.example/", ")"],
    ["„https://ö.example/straße“, sagt er", "„", "https://ö.example/straße", "“, sagt er"],
    ["mailto:ida@mail.example!", "", "mailto:ida@mail.example", "!"],
  ])("links the address in %s", (text, before, href, after) => {
    const pieces = textBlocks(text)[0]?.lines[0] ?? [];
    const link = pieces.findIndex((piece) => typeof piece !== "string");
    const around = [pieces.slice(0, link), pieces.slice(link + 1)].map((each) =>
      each.map(String).join(""),
    );
    expect([around[0], pieces[link], around[1]]).toEqual([before, { href }, after]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,<script>",
    "JaVaScRiPt://%0aalert(1)",
    "ftp://x.example/",
    "//x.example/",
    "www.x.example",
    "https://",
    "mailto:...",
    "xhttps:/y",
    "vbscript:https",
  ])("never links %s", (text) => {
    expect(textBlocks(text)).toEqual([p([text])]);
  });

  test("a link holds no quotation mark and no angle bracket", () => {
    expect(textBlocks('https://x.example/"><img src=x>')).toEqual([
      p([{ href: "https://x.example/" }, '"><img src=x>']),
    ]);
  });
});
