import { expect, test } from "vitest";
import { unreadAmong } from "../../../magazine/read/unread.ts";
import { article } from "./broken.ts";
import { documentOf } from "./documents.ts";

test("of what could not be read one knows what it names, and what was read is left out", () => {
  const documents = {
    articles: [
      documentOf("articles/a.md", article()),
      documentOf("articles/b.md", article({ author: null, authors: "[x, [y], z]" })),
      documentOf("articles/c.md", article({ column: null, author: "[x]" })),
      documentOf("articles/d.md", "Nur Text.\n"),
    ],
    authors: [documentOf("authors/e.md", "---\ncolumn: x\nauthor: y\n---\n")],
    columns: [documentOf("columns/f.md", "---\nname: F\n---\n")],
    pages: [documentOf("pages/g.md", "---\ntitle: G\n---\n")],
  };
  const nothing = { column: null, needs: [] };
  expect(unreadAmong(documents, [{ file: "articles/a.md" }, { file: "pages/g.md" }])).toEqual([
    {
      folder: "articles",
      file: "articles/b.md",
      slug: "b",
      column: "marken",
      needs: ["columns/marken.md", "authors/x.md", "authors/z.md"],
    },
    { folder: "articles", file: "articles/c.md", slug: "c", column: null, needs: ["authors/x.md"] },
    { folder: "articles", file: "articles/d.md", slug: "d", ...nothing },
    { folder: "authors", file: "authors/e.md", slug: "e", ...nothing },
    { folder: "columns", file: "columns/f.md", slug: "f", ...nothing },
  ]);
  expect(unreadAmong(documents, [])[0]?.needs).toEqual([
    "columns/marken.md",
    "authors/bert-zander.md",
  ]);
});
