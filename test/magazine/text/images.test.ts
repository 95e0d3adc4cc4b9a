import { expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

test("a picture is printed by whoever knows it, with its description in the typography of the language", () => {
  const image = (src: string, alt: string) => `<${src}|${alt}>`;
  expect(html(`Ein ![Bild vom "Tor"](tor.jpg).`, { image })).toBe(
    "<p>Ein <tor.jpg|Bild vom „Tor“>.</p>\n",
  );
});

test("of a picture that nobody knows its source is printed", () => {
  expect(html("![Tor & Tür](tor.svg)")).toBe(
    '<p><img alt="Tor &amp; Tür" src="tor.svg" loading="lazy" decoding="async"></p>\n',
  );
  expect(html("![Tor](<großes tor.svg>)")).toContain('src="gro%C3%9Fes%20tor.svg"');
});

test("a picture alone with a title is a figure with a caption", () => {
  const figure = `<figure><img alt="Tor" src="tor.jpg" loading="lazy" decoding="async"><figcaption class="ui">Das „Tor“ – 5\u00A0% &lt;b&gt;</figcaption></figure>\n`;
  const source = `![Tor](tor.jpg "Das 'Tor' - 5 % <b>")`.replaceAll("'Tor'", '\\"Tor\\"');
  expect(html(source)).toBe(figure);
  expect(html(`- ${source}\n- zwei`)).toBe(`<ul>\n<li>\n${figure}</li>\n<li>zwei</li>\n</ul>\n`);
});

test.for([
  ["Das Tor | Foto: A. <Kern>", "Das Tor <small>Foto: A. &lt;Kern&gt;</small>"],
  ["| Foto: A. Kern", "<small>Foto: A. Kern</small>"],
  ["Das Tor|", "Das Tor"],
] as const)("what stands behind a bar in the title is the credit: %s", ([title, caption]) => {
  expect(html(`![Tor](tor.jpg "${title}")`)).toBe(
    `<figure><img alt="Tor" src="tor.jpg" loading="lazy" decoding="async"><figcaption class="ui">${caption}</figcaption></figure>\n`,
  );
});

test("the reader learns every picture with its place, as a path", () => {
  const source =
    "Ein ![Bild](a.jpg).\n\n> ![Bild](<bilder/b c.jpg>)\n\nWort[^1] ![r][r]\n\n[^1]: ![Bild](d%20e.jpg)\n\n[r]: f.jpg";
  expect(parseText(source, "de").images).toEqual([
    { src: "a.jpg", line: 1, column: 5 },
    { src: "bilder/b c.jpg", line: 3, column: 3 },
    { src: "f.jpg", line: 5, column: 10 },
    { src: "d e.jpg", line: 7, column: 7 },
  ]);
});

test("the function that prints pictures is asked for the same path", () => {
  const asked: string[] = [];
  const text = parseText("![a](b%20c.jpg)", "de");
  renderText(text, {
    part: "all",
    image: (src) => {
      asked.push(src);
      return "";
    },
  });
  expect(asked).toEqual(text.images.map(({ src }) => src));
});

test("a picture without a description is a mistake", () => {
  expect(mistakes("Ein ![ ](a.jpg)")).toEqual([
    "1:5 a picture without a description; expected what it shows, between the brackets: ![…](file.jpg)",
  ]);
});

test.for(["https://example.org/a.jpg", "//example.org/a.jpg", "data:image/png;base64,x"])(
  "a picture from elsewhere is a mistake and not printed: %s",
  (src) => {
    const text = parseText(`Ein ![Bild](${src})`, "de");
    expect(text.mistakes).toMatchObject([
      { line: 1, column: 5, what: `a picture from elsewhere, "${src}"` },
    ]);
    expect(text.images).toEqual([]);
    expect(renderText(text, { part: "all" })).toBe("<p>Ein Bild</p>\n");
  },
);

test.for([
  ['Ein ![Bild](a.jpg "Titel")', "1:5 a picture with a caption inside a paragraph"],
  ['[![Bild](a.jpg "Titel")](/x)', "1:2 a picture with a caption inside a paragraph"],
  ['| ![Bild](a.jpg "Titel") |\n|---|', "1:3 a picture with a caption inside a paragraph"],
  ["![Bild]()", "1:1 a picture without a file"],
  ["![Ein ![Bild](a.jpg)](b.jpg)", "1:7 a picture inside another's description"],
] as const)("%s is a mistake", ([source, expected]) => {
  expect(places(source)).toContain(expected);
});
