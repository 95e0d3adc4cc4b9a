import { expect, test } from "vitest";
import { aliasFolder, aliasPage, decoded, encoded, readAlias } from "../../magazine/aliases.ts";

test.each([
  ["/", "/"],
  ["/2012/10/ein-wort.html", "/2012/10/ein-wort.html"],
  ["/ein-wort", "/ein-wort"],
  ["/ein%20w%C3%B6rt/", "/ein wört/"],
  ["/wo\u0308rt/", "/wört/"],
  ["/%25/", "/%/"],
  [`/${"x".repeat(255)}`, `/${"x".repeat(255)}`],
  [`/${"ä".repeat(127)}/`, `/${"ä".repeat(127)}/`],
  ["/a.b/c.", "/a.b/c."],
])("%j is the former address %j", (written, path) => {
  expect(readAlias(written)).toBe(path);
});

test.each([
  "//",
  "/a//b",
  "/a/./b",
  "/.a",
  "/..",
  "/a?b",
  "/a%3Fb",
  "/a#b",
  "/a%2Fb",
  "/a%2fb",
  "/a*",
  "/a\\b",
  "/a%00",
  "/a\uFFFE",
  "/%",
  "/%E4",
  "/\ud800",
  `/${"x".repeat(256)}`,
  `/${"ä".repeat(128)}`,
])("%j is no former address", (written) => {
  expect(readAlias(written)).toBe(null);
});

test("a page stands under an HTML file's own name, or in a folder, and what was below it in one", () => {
  const of = (alias: string) => [aliasPage(alias), aliasFolder(alias)];
  expect(of("/a")).toEqual(["/a/", "/a/"]);
  expect(of("/a/")).toEqual(["/a/", "/a/"]);
  expect(of("/a/index.html")).toEqual(["/a/", "/a/"]);
  expect(of("/a.html")).toEqual(["/a.html", "/a.html/"]);
  expect(of("/a.HTM")).toEqual(["/a.HTM", "/a.HTM/"]);
  expect(of("/a.php")).toEqual(["/a.php/", "/a.php/"]);
  expect(of("/a.html/b")).toEqual(["/a.html/b/", "/a.html/b/"]);
  expect(of("/")).toEqual(["/", "/"]);
});

test("a path is decoded and encoded", () => {
  expect(decoded("/o%CC%88%20")).toBe("/ö ");
  expect(decoded("/%")).toBe(null);
  expect(encoded("/ö /%?#;")).toBe("/%C3%B6%20/%25%3F%23;");
});
