import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Shared } from "../../layouts/html.ts";
import type { Piece } from "../../layouts/html.ts";
import { printPieces } from "../../layouts/print.ts";
import { parted, together } from "../../scripts/build/pieces.ts";
import { utf8From, utf8Of } from "../../scripts/build/utf8.ts";
import { inUtf8, judged, writerInto } from "../../scripts/build/writer.ts";
import type { PieceSheaf, Written } from "../../scripts/build/writer.ts";
import { writeBeside } from "../../scripts/build/writing.ts";
import type { Page } from "../../magazine/pages/page.ts";
import { readSite } from "../read-site.ts";
import { printSite, sample } from "../site.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "writing-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const many = ["<b>Für</b>", "<b>viele</b>", ""].map((text) => new Shared(text));
const footer = new Shared("<footer>Überall</footer>");

/** More than are sent before an answer is waited for; each hundredth is over the budget, and one is larger than what is sent at a time. */
const sheaves = (): PieceSheaf[] =>
  Array.from({ length: 201 }, (_, at) => ({
    file: `spalte/${at % 7}/${at}.html`,
    pieces: [
      `<p>Nummer ${at} „Grüße“</p>`,
      many[at % 3] ?? "",
      at % 100 === 0 ? "<i></i>".repeat(700) : "",
      footer,
      at === 77 ? "„".repeat(2_000_000) : "",
    ],
    weighed: at % 2 === 0 ? `/${at}/` : null,
  }));

test("a thread writes, hashes and weighs as one would without it", async () => {
  const known = new Map<string, Written>();
  await writeBeside(join(folder, "beside"), sheaves(), (file, written) => known.set(file, written));
  const write = writerInto(join(folder, "here"));
  const expected = sheaves().map((sheaf) => [sheaf.file, write(inUtf8(sheaf))] as const);
  const told = ([file, { stamp, heavy }]: readonly [string, Written]) => [
    [file, stamp[0], stamp[2], heavy],
    readFileSync(join(folder, "beside", file), "utf8"),
  ];
  expect([...known].map(told)).toEqual(
    expected.map((one) => [told(one)[0], readFileSync(join(folder, "here", one[0]), "utf8")]),
  );
  expect(expected.flatMap(([, { heavy }]) => heavy)).toHaveLength(3);
});

test("what is put together is each page as it is printed, and what pages share is weighed as they weigh", async () => {
  const { pages, printed } = await printSite(sample);
  const { assets } = await readSite(sample);
  const of = (page: Page, pieces: readonly Piece[]) =>
    inUtf8({ file: page.path, pieces, weighed: page.layout === "article" ? page.path : null });
  let shared = 0;
  for (const page of pages) {
    const pieces = printPieces(page, assets);
    const text = printed.get(page.path) ?? "";
    shared += pieces.filter((one) => one instanceof Shared).join("").length;
    const { bytes, ...told } = judged(of(page, pieces));
    expect(Buffer.from(bytes).toString()).toBe(text);
    const { bytes: _, ...whole } = judged(of(page, [text]));
    expect(told).toEqual(whole);
  }
  expect(shared).toBeGreaterThan(pages.length * 5000);
});

test("a page's own text with a control character is not put together", () => {
  const { own, shared } = parted(["a\0", footer, "b"]);
  expect(() =>
    together(
      utf8Of(...own),
      shared.map((one) => Buffer.from(one.toString())),
    ),
  ).toThrow("control character");
});

test("what a thread cannot write is told as the system says it", async () => {
  writeFileSync(join(folder, "spalte"), "");
  await expect(writeBeside(folder, sheaves(), () => {})).rejects.toMatchObject({
    code: "ENOTDIR",
  });
});

test("a page that cannot be printed ends the thread as well, and what it threw is told", async () => {
  const broken = function* throwing() {
    yield* sheaves().slice(0, 40);
    throw new RangeError("part 2");
  };
  await expect(writeBeside(folder, broken(), () => {})).rejects.toThrow("part 2");
});

test("a text's bytes are those of Node", () => {
  const text = fc
    .array(fc.oneof(fc.string({ unit: "binary" }), fc.constant("\uD800")))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (one) => {
      expect(Buffer.from(utf8Of(one)).equals(Buffer.from(one))).toBe(true);
      expect(Buffer.from(utf8From(Buffer.from(one, "utf16le"))).equals(Buffer.from(one))).toBe(
        true,
      );
    }),
  );
});
