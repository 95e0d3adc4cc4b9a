import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

test.for([
  "https://example.org/a?b=c&d",
  "http://example.org",
  "HTTPS://example.org/",
  "mailto:redaktion@example.org",
  "/vertrieb/elf-tueren/",
  "#text",
  "#kommentar-3",
])("%s may be linked", (address) => {
  expect(html(`[Wort](${address})`)).toBe(
    `<p><a href="${address.replace("&", "&amp;")}">Wort</a></p>\n`,
  );
});

const allowed =
  "an address of the magazine such as /vertrieb/, #heading, or one that begins with https://, http:// or mailto:";

test.for([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "javascript&colon;alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "data:image/png;base64,x",
  "file:///etc/passwd",
  "ftp://example.org",
  "tel:+4940123",
  "http:example.org",
  "//example.org/x",
])("%s may not, and where it is printed all the same, it leads nowhere", (address) => {
  const text = parseText(`Ein [Wort](${address}).`, "de");
  expect(renderText(text, { part: "all" })).toBe("<p>Ein <a>Wort</a>.</p>\n");
  expect(text.mistakes).toMatchObject([{ line: 1, column: 5, expected: allowed }]);
});

test("a tab that a browser would strip is escaped, and the address harmless", () => {
  const text = parseText("[Wort](java&Tab;script:alert(1))", "de");
  expect(text.mistakes).toMatchObject([{ line: 1, column: 1, expected: allowed }]);
  expect(renderText(text, { part: "all" })).toBe(
    `<p><a href="java%09script:alert(1)">Wort</a></p>\n`,
  );
});

test.for(["../bilder/", "elf-tueren.md", "?seite=2", "vertrieb/"])(
  "%s is refused, since it would mean another place on each page of the text",
  (address) => {
    const text = parseText(`Ein [Wort](${address}).`, "de");
    expect(text.mistakes).toMatchObject([{ line: 1, column: 5, expected: allowed }]);
  },
);

test("links to pages of the magazine are listed with their places", () => {
  const text = parseText(
    "Siehe [dort](/vertrieb/#a).\n\n[Hier](#a), [da](https://a.de/) und [so](/).\n\n## A",
    "de",
  );
  expect(text.links).toEqual([
    { href: "/vertrieb/#a", line: 1, column: 7 },
    { href: "/", line: 3, column: 37 },
  ]);
});

test("the note about a link stands where the link stands", () => {
  expect(mistakes("Ein\n- Wort [so](ftp://a.de)\n\n<ftp://b.de>")).toEqual([
    `2:8 a link to "ftp://a.de"; expected ${allowed}`,
    `4:1 a link to "ftp://b.de"; expected ${allowed}`,
  ]);
  expect(places("Siehe [das][1].\n\n[1]: ftp://a.de")).toEqual([`1:7 a link to "ftp://a.de"`]);
});

test.for([
  ["www.example.org/x", "https://www.example.org/x"],
  ["redaktion@example.org", "mailto:redaktion@example.org"],
  ["//example.org", "https://example.org"],
] as const)("%s gets a guess", ([address, guess]) => {
  expect(mistakes(`[Wort](${address})`)[0]).toMatch(`did you mean "${guess}"?`);
});

test.for([
  ["a space in its address", "Ein\n[Wort](zwei wege)", "2:6"],
  ["a footnote in its words", "[Wort[^1]](/x)\n\n[^1]: Note", "1:10"],
  ["no end", "[Wort](/x und weiter", "1:6"],
  ["a name that nobody defines", "Ein ![Bild](a.jpg) [Wort][hier].\n\n[hie]: /x", "1:25"],
] as const)("a link with %s cannot be read, and is a mistake", ([, source, place]) => {
  expect(mistakes(source)).toEqual([
    `${place} a link that cannot be read; expected [words](address), or [words][name] and a line [name]: address; no space in an address, no footnote in the words; or \\] to print the bracket`,
  ]);
});

test("brackets that are no link are printed", () => {
  expect(html("[sic] (so) `[a](b c)` [a\\](b c) [1\\][2]")).toBe(
    "<p>[sic] (so) <code>[a](b c)</code> [a](b c) [1][2]</p>\n",
  );
});

test("a link without an address is a mistake", () => {
  expect(mistakes("[Wort]()")).toEqual([`1:1 a link without an address; expected ${allowed}`]);
});

describe("addresses in words become links:", () => {
  /** A link whose words are its address. */
  const link = (address: string, words = address) => `<a href="${address}">${words}</a>`;
  const a = "https://a.example/x";

  test.for([
    [
      "in a sentence",
      `Siehe ${a}, ${a}. Und ${a}?`,
      `Siehe ${link(a)}, ${link(a)}. Und ${link(a)}?`,
    ],
    ["in brackets", `(siehe ${a}_(b)) [${a}]`, `(siehe ${link(`${a}_(b)`)}) [${link(a)}]`],
    ["in quotation marks", `„${a}“ »${a}.« "${a}"`, `„${link(a)}“ »${link(a)}.« „${link(a)}“`],
    [
      "with signs of Markdown",
      `*${a}_b_c* **${a}**`,
      `<em>${link(`${a}_b_c`)}</em> <strong>${link(a)}</strong>`,
    ],
    ["with a backslash of another system", String.raw`${a}\_b\_c.`, `${link(`${a}_b_c`)}.`],
    [
      "with what the typography would change",
      `${a}/1-2--3 ${a}…`,
      `${link(`${a}/1-2--3`)} ${link(a)}…`,
    ],
    [
      "beginning with www.",
      "www.a.example/x, WWW.a.example",
      `${link("https://www.a.example/x", "www.a.example/x")}, ${link("https://WWW.a.example", "WWW.a.example")}`,
    ],
    ["of a mailbox", "mailto:a@b.example", link("mailto:a@b.example")],
  ] as const)("%s", ([, source, expected]) => {
    expect(html(source)).toBe(`<p>${expected}</p>\n`);
  });

  test.for([
    "Ende.Am Anfang, z.B.so, beispiel.de, a@b.example, www.a, www.",
    "https://localhost:3000/x, http://a, https://, http://http://a.example, https://a@b.example",
    "ftp://a.example, //a.example, xhttps://a.example",
  ])("but not %s", (words) => {
    expect(html(words)).toBe(`<p>${words}</p>\n`);
  });

  test("nor in links, in code, and in pictures' descriptions", () => {
    expect(html(`[${a}](/b) \`${a}\` ![${a}](c.jpg)`)).toBe(
      `<p><a href="/b">${a}</a> <code>${a}</code> <img alt="${a}" src="c.jpg" loading="lazy" decoding="async"></p>\n`,
    );
  });
});

const host = "the name of a host behind the //, such as https://www.example.org/";
const user =
  "no name and no @ before the host: whoever follows the link does not see where it leads";
const port = "a port from 1 to 65535 behind the host, or none";
const mailbox = "a mailbox behind mailto:, such as mailto:redaktion@example.org";

test.for([
  ["https://", host],
  ["http://a", host],
  ["http://kujau%20relotius", host],
  ["https://a..example", host],
  ["https://a.example.", host],
  ["https:///a.example", host],
  ["https://localhost:3000/", host],
  ["https://a,b.example", host],
  ["https://?x", host],
  ["https://a@b.example", user],
  ["https://a:b@c.example/", user],
  ["https://a.example:99999/", port],
  ["https://a.example:/", port],
  ["https://a.example:x/", port],
  ["mailto:", mailbox],
  ["mailto:?subject=a", mailbox],
  ["mailto:a@b", mailbox],
  ["mailto://a@b.example", mailbox],
] as const)("%s is no address", ([address, expected]) => {
  expect(mistakes(`Ein\n[Wort](${address})`)).toEqual([
    `2:1 a link to "${address}"; expected ${expected}`,
  ]);
});

test("an address that begins twice is none", () => {
  expect(mistakes("[Wort](http://http://a.example)")).toEqual([
    `1:1 a link to "http://http://a.example"; expected ${host}; did you mean "http://a.example"?`,
  ]);
});

test.for([
  "https://social.example/@a",
  "https://archive.example/web/https://b.example/",
  "https://a.example:8080/?x=a@b",
  "http://192.0.2.1/x",
  "https://m%C3%BCller.example/",
  "mailto:a.b+c@d.example,e@f.example?subject=x",
])("%s is an address", (address) => {
  expect(mistakes(`[Wort](${address})`)).toEqual([]);
});

test("a link without words is a mistake", () => {
  const expected = "a link without words; expected words between the brackets, [words](address)";
  expect(mistakes("Ein [](/x), [ ](/x), [**&nbsp;&shy;**](/x)")).toEqual([
    `1:5 ${expected}`,
    `1:13 ${expected}`,
    `1:22 ${expected}`,
  ]);
  expect(mistakes("[](https://)")).toHaveLength(2);
  expect(mistakes("[![Tor](a.jpg)](/x) [`a`](/x) [*b*](/x) <https://a.example>")).toEqual([]);
});

test("autolinks and titles are printed", () => {
  expect(html(`<https://example.org> <a@example.org> [x](/y "Ein \\"T\\"")`)).toBe(
    `<p><a href="https://example.org">https://example.org</a> <a href="mailto:a@example.org">a@example.org</a> ` +
      `<a href="/y" title="Ein „T“">x</a></p>\n`,
  );
});

describe("links to headings", () => {
  const source =
    "[zwei](#ueber-zwei)\n\n## Eins\n\n<!-- pagebreak -->\n\n## Über zwei\n\n[eins](#eins) [zwei](#ueber-zwei)";

  test("lead to the part where the heading stands", () => {
    const partAddress = (part: number) => `/a/${part}/`;
    expect(html(source, { part: 1, partAddress })).toContain('<a href="/a/2/#ueber-zwei">zwei</a>');
    expect(html(source, { part: 2, partAddress })).toContain(
      '<a href="/a/1/#eins">eins</a> <a href="#ueber-zwei">',
    );
    expect(html(source, { partAddress })).not.toContain("/a/");
  });

  test("stay as they are where nobody says the parts' addresses", () => {
    expect(html(source, { part: 1 })).toContain('<a href="#ueber-zwei">zwei</a>');
  });

  test("that are not there are mistakes", () => {
    expect(mistakes("## Über zwei\n\n[zwei](#uber-zwei)")).toEqual([
      `3:1 a link to "#uber-zwei", which is no heading here; expected the id of a heading: its words in lower case with hyphens; did you mean "#ueber-zwei"?`,
    ]);
  });
});
