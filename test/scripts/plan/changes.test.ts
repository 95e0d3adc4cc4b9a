import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ContentMistakes } from "../../../magazine/read/mistakes.ts";
import { anyEdit, edit, start } from "./edits.ts";
import type { Edit } from "./edits.ts";
import { bytesIn, newsroom } from "./newsroom.ts";

test("whatever editors do, a build prints the same as a clean one, to the byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 2, maxLength: 10 }), async (edits) => {
      const { build, wanted, out } = newsroom();
      const draft = start();
      await build(draft);
      for (const one of edits) {
        const before = bytesIn(out);
        edit(draft, one);
        const outcome = await build(draft).then(
          () => "printed",
          (error: unknown) => (error instanceof ContentMistakes ? "mistakes" : error),
        );
        // A link to a former address is a mistake as long as nothing has moved from there: then everything stays as it was.
        const files = outcome === "mistakes" ? before : wanted(draft);
        expect({ outcome, files: bytesIn(out) }).toEqual({ outcome: expect.any(String), files });
      }
    }),
    { seed: 20_261_130, numRuns: 16 },
  );
}, 300_000);

test("what did not change is not printed, and what did is told", async () => {
  const { build } = newsroom();
  const draft = start();
  const first = await build(draft);
  expect(first).toMatchObject({ kept: 0, deleted: 0 });
  expect(await build(draft)).toMatchObject({ printed: 0, kept: first.printed, deleted: 0 });
  const printedAfter = async (what: Edit["what"]) => {
    edit(draft, { what, which: 0, how: 1 });
    const { printed, kept, why } = await build(draft);
    expect(printed + kept).toBe(first.printed);
    return inOrder(why);
  };
  const feeds = (base: string) =>
    ["atom", "json", "rss"].map((format) => [`${base}feed.${format}`, "entries"] as const);
  expect(await printedAfter("body")).toEqual(
    inOrder([
      ["marken/artikel-1/index.html", "text"],
      ...["", "autoren/bert/", "marken/", "themen/papier/", "themen/post/"].flatMap(feeds),
    ]),
  );
  // Her page, that of all authors, and what she wrote.
  expect(await printedAfter("bio")).toEqual([
    ["autoren/anna/index.html", "bio"],
    ["autoren/index.html", "authors"],
    ["marken/artikel-3/index.html", "authors"],
  ]);
});

test("Eleventy and a direct printing give the same bytes", async () => {
  const { build, out, wanted } = newsroom();
  const draft = start();
  await build(draft);
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("time passes: only what shows it is printed", async () => {
  const { build, out, wanted } = newsroom();
  const draft = start();
  draft.day = 2;
  await build(draft);
  draft.day = 3;
  const { why } = await build(draft);
  expect(why.get("alltag/artikel-4/index.html")).toBe("new");
  expect(why.has("impressum/index.html")).toBe(false);
  expect(bytesIn(out)).toEqual(wanted(draft));
});

test("an article of another month is gone from the list of its old one, also where all stay in their order", async () => {
  const { build, out, wanted } = newsroom();
  const draft = start();
  await build(draft);
  edit(draft, { what: "date", which: 0, how: 0 });
  const { why } = await build(draft);
  expect(why.get("archiv/2026/11/seite/2/index.html")).toBe("articles");
  expect(bytesIn(out)).toEqual(wanted(draft));
});

function inOrder(files: Iterable<readonly [file: string, why: string]>) {
  return [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
