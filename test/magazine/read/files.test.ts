import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentsIn, readSource, refuseStrays } from "../../../magazine/read/documents.ts";
import { listFiles } from "../../../magazine/read/files.ts";
import { imagesIn, isImage } from "../../../magazine/read/images.ts";
import { noMemory } from "../../../magazine/read/memory.ts";
import { temporaryFolder } from "../../scripts/run.ts";
import { reportedBy } from "./documents.ts";

const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`;

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

test("all files are listed by code unit, but for what begins with a dot, and for links", () => {
  const folder = folderWith({
    "magazine.yaml": "",
    "b/a.md": "",
    "B.md": "",
    "b.md": "",
    ".x/a.md": "",
    "b/.y": "",
  });
  symlinkSync(join(folder, "b"), join(folder, "c"));
  symlinkSync(join(folder, "b.md"), join(folder, "d.md"));
  expect(listFiles(folder)).toEqual(["B.md", "b.md", "b/a.md", "magazine.yaml"]);
  expect(() => listFiles(join(folder, "b"))).toThrow("There is no magazine.yaml in the folder");
  expect(() => listFiles(join(folder, "b.md"))).toThrow("There is no folder");
});

test("articles may stand in folders of their own, nothing else", () => {
  const files = [
    "a.md",
    "articles.md",
    "articles/a.md",
    "articles/2012/x/b.md",
    "articles/c.txt",
    "authors/d.md",
    "authors/x/e.md",
    "autors/f.markdown",
    "pages/g.MD",
    "bilder/h.svg",
  ];
  expect(documentsIn(files, "articles")).toEqual(["articles/a.md", "articles/2012/x/b.md"]);
  expect(documentsIn(files, "authors")).toEqual(["authors/d.md"]);
  const note =
    "no part of the magazine is read from here; expected a file.md in articles, authors, columns or pages";
  expect(reportedBy((report) => refuseStrays(files, report))).toEqual([
    `authors/x/e.md:1:1 ${note}`,
    `autors/f.markdown:1:1 ${note}; did you mean "authors"?`,
    `pages/g.MD:1:1 ${note}`,
  ]);
});

test("a letter that is not UTF-8, and a control character, are told at their place", () => {
  const told = (content: string | Uint8Array) => {
    const folder = folderWith({ a: content });
    return reportedBy((report) => void readSource(folder, "a", report));
  };
  const sign = "a control character stands here; expected letters, spaces and line ends";
  const letter =
    "this letter is not written in UTF-8; expected the file saved with the encoding UTF-8";
  expect(told("\u0007")).toEqual([`a:1:1 ${sign}`]);
  expect(told("a\r\nb\rc\u0000")).toEqual([`a:3:2 ${sign}`]);
  expect(told("a\uFFFE")).toEqual([`a:1:2 ${sign}`]);
  expect(told(Buffer.from([0xe4]))).toEqual([`a:1:1 ${letter}`]);
  expect(told(Buffer.from("ab\nTür", "latin1"))).toEqual([`a:2:2 ${letter}`]);
  expect(told("\uFEFFä\t\u0085\n".replace("\u0085", ""))).toEqual([]);
  expect(told("\uFFFD")).toEqual([]);
  const folder = folderWith({ a: "\uFEFFa\r\nb\rc\n" });
  expect(readSource(folder, "a", () => undefined)).toBe("a\nb\nc\n");
});

test("a picture is found beside the text that names it, and what is wrong inside it is told once", () => {
  const files = {
    "a/x.svg": svg(1),
    "b/x.svg": svg(2),
    "x.svg": "<svg>",
    "a/x.txt": "",
    "a/….svg": svg(3),
    "..x.svg": svg(4),
  };
  const find = imagesIn({
    folder: folderWith(files),
    files: Object.keys(files),
    language: "en",
    undrawn: new Map(),
    memory: noMemory,
  });
  const found = (document: string, src: string) => {
    const image = find(document, src);
    return isImage(image) ? [image.file, image.name, image.width] : image;
  };
  expect(found("a/t.md", "x.svg")).toEqual(["a/x.svg", "/images/x", 1]);
  expect(found("a/t.md", "../b/x.svg")).toEqual(["b/x.svg", "/images/x", 2]);
  expect(found("a/t.md", "….svg")).toEqual(["a/….svg", "/images/image", 3]);
  expect(found("t.md", "..x.svg")).toEqual(["..x.svg", "/images/x", 4]);
  expect(found("t.md", "x.svg")).toMatchObject([{ file: "x.svg", line: 1 }]);
  expect(found("t.md", "x.svg")).toEqual([]);
  const beside = "a file beside the text";
  const wrong = (document: string, src: string) => found(document, src)[0];
  expect(wrong("a/t.md", "..")).toEqual({
    what: 'the image ".." has no format that is printed',
    expected: "svg, jpg, png, webp, avif or gif",
  });
  expect(wrong("t.md", "..")).toEqual({
    what: 'the image ".." is outside the content folder',
    expected: beside,
  });
  expect(wrong("a/t.md", "../../x.svg")).toEqual({
    what: 'the image "../../x.svg" is outside the content folder',
    expected: beside,
  });
  for (const src of ["/a/x.svg", "https://a.example/x.svg", "data:image/png,x"])
    expect(wrong("a/t.md", src)).toEqual({
      what: `the image "${src}" is not a file of the magazine`,
      expected: beside,
    });
  expect(wrong("b/t.md", "../a/y.svg")).toEqual({
    what: 'the image "../a/y.svg" does not exist',
    expected: "a file content/a/y.svg",
    guess: "../a/x.svg",
  });
  expect(wrong("b/t.md", "foto.jpg")).toEqual({
    what: 'the image "foto.jpg" does not exist',
    expected: "a file content/b/foto.jpg",
  });
});
