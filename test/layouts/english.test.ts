import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addressWords } from "../../magazine/words/address-words.ts";
import { words } from "../../magazine/words/words.ts";
import { printSite } from "../site.ts";

const site = await printSite("test/fixtures/english");

/** Every word of a table by the names that lead to it; of one that is made from others, what stands between these. */
function leaves(table: object, path: readonly string[] = []): (readonly [string, string[]])[] {
  return Object.entries(table).flatMap(([name, word]: [string, unknown]) => {
    const at = [...path, name];
    if (typeof word === "string") return [[at.join("."), [word]]];
    if (typeof word === "function") return [[at.join("."), between(word)]];
    return leaves(word as object, at);
  });
}

function between(make: Function): string[] {
  const gap = "\u{1}";
  // What is joined is a list; a number shows as one.
  const made = [
    () => make(gap, gap),
    () => make([gap], [gap]),
    () => `${make(1, 1)}${gap}${make(7, 7)}`.replaceAll(/\d+/gu, gap),
  ].flatMap((attempt): string[] => {
    try {
      return [String(attempt())];
    } catch {
      return [];
    }
  });
  return made.flatMap((said) => said.split(gap)).map((part) => part.trim());
}

test("a magazine in English is English throughout: no word of the German table stands in it, nor in its addresses", () => {
  const english = new Map(leaves(words.en));
  const german = leaves(words.de).flatMap(([name, said]) =>
    said
      .filter((one) => /\p{L}{4}/u.test(one) && !(english.get(name) ?? []).includes(one))
      .map((one) => ({ name, one })),
  );
  expect(german.length).toBeGreaterThan(60);
  // Its names are those of the things that it shows.
  const all = [...site.printed.values()]
    .map((text) => text.replaceAll(/<style>.*?<\/style>/gsu, ""))
    .join("\n");
  const anywhere = (one: string) =>
    new RegExp(`(?<![\\p{L}-])${RegExp.escape(one)}(?![\\p{L}-])`, "u").test(all);
  expect(german.filter(({ one }) => anywhere(one))).toEqual([]);
  const names: readonly string[] = Object.values(addressWords.en);
  const others = Object.values<string>(addressWords.de).filter((one) => !names.includes(one));
  const addresses = [...site.printed.keys(), ...all.matchAll(/(?:href|src|action)="([^"#]*)/gu)];
  expect(others.length).toBeGreaterThan(5);
  expect(
    addresses.filter((one) => others.some((word) => String(one).split("/").includes(word))),
  ).toEqual([]);
});

test("its dates are written as it says", () => {
  const article = site.printed.get("/trade/two-rooms/") ?? "";
  expect(article).toMatch(/<time datetime="2026-06-16T13:10:00-04:00">Jun 16, 2026<\/time>/u);
  expect(article).toContain('<comment-thread lang="en-US"');
  expect(article).toContain('<meta property="og:locale" content="en_US">');
  expect(article).toContain("Ann Proof</a> and <a");
  expect(site.printed.get("/")).toContain(">June 16, 2026</time>");
  expect(site.printed.get("/archive/")).toContain(">June</a>");
  expect(site.printed.get("/feed.atom")).toContain("June 21, 2026");
});

test("every word is there in both languages, says something, and is used", () => {
  const [german, english] = [leaves(words.de), leaves(words.en)];
  expect(english.map(([name]) => name)).toEqual(german.map(([name]) => name));
  for (const [name, said] of [...german, ...english])
    expect({ name, empty: said.every((one) => one === "") }).toEqual({ name, empty: false });
  const code = globSync("{layouts,magazine,scripts}/**/*.ts")
    .filter((file) => !file.includes("magazine/words/"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  // Those by a name that is data: networks, why an article is not seen, what can be searched by.
  const byData = /^(?:shareWith|marks|search\.(?:filters|parameters))\./u;
  const unused = german
    .map(([name]) => name)
    .filter((name) => !byData.test(name))
    .filter((name) => !new RegExp(`\\.${name.split(".").at(-1)}\\b`, "u").test(code));
  expect(unused).toEqual([]);
});
