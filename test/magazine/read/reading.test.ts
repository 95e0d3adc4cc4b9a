import { expect, test } from "vitest";
import type { Image } from "../../../magazine/model.ts";
import { readColumn } from "../../../magazine/read/column.ts";
import { readFrontMatter } from "../../../magazine/read/front-matter.ts";
import { columnAsWritten } from "../../../magazine/read/nfc.ts";
import { refuseEmpty, textOf, textOfOnePart } from "../../../magazine/read/reading.ts";
import type { Reading } from "../../../magazine/read/reading.ts";
import { renderingsIn } from "../../../magazine/read/renderings.ts";
import { article } from "./broken.ts";
import { documentOf, reportedBy } from "./documents.ts";

const image: Image = {
  file: "articles/a.svg",
  name: "/bilder/a",
  hash: "00",
  width: 1,
  height: 1,
  kind: "asItIs",
  focus: { x: 50, y: 50 },
};
const readingWith = (report: Reading["report"]): Reading => ({
  language: "de",
  timeZone: "UTC",
  closeAfter: null,
  findImage: (_, src) => (src === "a.svg" ? image : [{ what: `no ${src}`, expected: "another" }]),
  renderings: renderingsIn("", "de"),
  report,
});
const unheard = readingWith(() => undefined);

test("a text's pictures are found, its links stand where they do in the file", () => {
  const body = "Ein [Wort](/marken/) und\n[ein zweites](/alltag/) mit ![Bild](a.svg).\n";
  const text = textOf(documentOf("articles/probe.md", article({}, body)), unheard);
  expect(text.images).toEqual({ "a.svg": image });
  expect(text.links).toEqual([
    { href: "/marken/", line: 8, column: 5 },
    { href: "/alltag/", line: 9, column: 1 },
  ]);
  expect(text.rendered.parts).toHaveLength(1);
  expect(text.rendered.parts[0]?.body).toContain("Ein <a href=");
});

test("places are those of the letters as they were written, be they put together or apart", () => {
  const told = (body: string) =>
    reportedBy((report) =>
      textOf(documentOf("articles/probe.md", article({}, body)), readingWith(report)),
    );
  expect(told("Süß\n\nÜber ![b](b.svg) <b>\n")).toEqual([
    'articles/probe.md:10:18 the HTML "<b>"; expected Markdown; HTML may stand in code only',
    "articles/probe.md:10:6 no b.svg; expected another",
  ]);
  expect(told("Süß\n\nÜber ![b](b.svg) <b>\n".normalize("NFD"))).toEqual([
    'articles/probe.md:10:19 the HTML "<b>"; expected Markdown; HTML may stand in code only',
    "articles/probe.md:10:7 no b.svg; expected another",
  ]);
});

test("a column of a line in NFC is found in the line as it was written", () => {
  const columns = (written: string) =>
    Array.from({ length: written.normalize("NFC").length + 1 }, (_, at) =>
      columnAsWritten(written, at + 1),
    );
  expect(columns("abc")).toEqual([1, 2, 3, 4]);
  expect(columns("a\u0308bo\u0308")).toEqual([1, 3, 4, 6]);
  expect(columns("\u1112\u1161\u11ABx")).toEqual([1, 4, 5]);
  expect(columns("")).toEqual([1]);
});

test("a page break in a text of one page is told where it stands, and no text as well", () => {
  const told = (body: string) =>
    reportedBy((report) => {
      const document = documentOf("pages/a.md", `---\ntitle: A\n---\n${body}`);
      textOfOnePart(document, readingWith(report));
      refuseEmpty(document, report);
    });
  expect(told("\nA\n\n<!-- pagebreak: B -->\n\nC\n")).toEqual([
    "pages/a.md:7:1 here is a page break; expected page breaks in articles only",
  ]);
  expect(told("A\n")).toEqual([]);
  expect(told(" \n\n")).toEqual([
    "pages/a.md:4:1 the text is missing; expected Markdown after the front matter",
  ]);
  const broken = documentOf("pages/a.md", "---\ntitle: b: c\n---\n");
  expect(reportedBy((report) => refuseEmpty(broken, report))).toEqual([]);
});

test("a column has no text, which is told where it begins", () => {
  const fields = "---\nname: A\ndescription: B \"c\"\naliases: [/alt/, '/%']\n---\n";
  const read = (source: string) => {
    let column: ReturnType<typeof readColumn> = null;
    const told = reportedBy((report) => {
      column = readColumn(documentOf("columns/a.md", source), readingWith(report));
    });
    return [column as ReturnType<typeof readColumn>, told];
  };
  expect(read(fields.replace(", '/%'", ""))).toEqual([
    {
      file: "columns/a.md",
      slug: "a",
      name: "A",
      description: "B „c“",
      aliases: [{ path: "/alt/", line: 4, column: 11 }],
    },
    [],
  ]);
  expect(read(`${fields.replace(", '/%'", "")}\n\n Text\n`)[1]).toEqual([
    "columns/a.md:8:1 a text that nobody would see; expected the column's words in its description, and nothing after the front matter",
  ]);
  expect(read(fields)).toEqual([null, [expect.stringContaining("columns/a.md:4:18 ")]]);
});

test("front matter is divided from its text, whose first line is known", () => {
  const of = (source: string) => {
    const { fields, body, bodyLine, mistakes } = readFrontMatter(source);
    return [fields?.data ?? null, body, bodyLine, mistakes.length];
  };
  expect(of("---\na: b\n---\n\nc\n---\nd\n")).toEqual([{ a: "b" }, "\nc\n---\nd\n", 4, 0]);
  expect(of("--- \na: b\n---  \nc")).toEqual([{ a: "b" }, "  \nc", 3, 0]);
  expect(of("---\na: b\n---")).toEqual([{ a: "b" }, "", 3, 0]);
  expect(of("---\n---\nc")).toEqual([{}, "c", 3, 0]);
  expect(of("---\n\n---\nc")).toEqual([{}, "c", 4, 0]);
  expect(of("---\na: b: c\n---\nd")).toEqual([null, "d", 4, 1]);
  expect(of("---")).toEqual([null, "", 1, 1]);
  expect(of("")).toEqual([null, "", 1, 1]);
  expect(of(" ---\n---\n")).toEqual([null, "", 1, 1]);
  expect(of("---\na: b\n ---\nc\n----\n")).toEqual([null, "", 1, 1]);
});
