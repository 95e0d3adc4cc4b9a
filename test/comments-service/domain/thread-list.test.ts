import { describe, expect, test } from "vitest";
import {
  changesTo,
  isThreadId,
  newBadges,
  readThreadList,
} from "../../../comments-service/domain/thread-list.ts";
import type { ListedThread } from "../../../comments-service/domain/thread-list.ts";

const base = "https://x.example/magazine/threads.json";
const site = { title: "Die Spalte", url: "/magazine/", language: "de", timeZone: "Europe/Berlin" };
const flur = { id: "flur", url: "flur/", title: "Flur", state: "open" };
const read = (more: { site?: object; threads?: object[]; version?: number } = {}) =>
  readThreadList(
    JSON.stringify({ version: 1, threads: [flur], ...more, site: { ...site, ...more.site } }),
    base,
  );

describe("the magazine's list of threads", () => {
  test("is read with absolute addresses", () => {
    expect(read()).toEqual({
      site: { ...site, url: "https://x.example/magazine/" },
      threads: [{ ...flur, url: "https://x.example/magazine/flur/" }],
    });
  });

  test("has titles in one line, since they stand in subjects of letters", () => {
    const title = "\tZwei\r\n  Zeilen\u0000\u0085hier ";
    expect(read({ site: { title }, threads: [{ ...flur, title }] })).toMatchObject({
      site: { title: "Zwei Zeilen hier" },
      threads: [{ title: "Zwei Zeilen hier" }],
    });
  });

  test("tells where imprint and privacy are, where the magazine has such pages", () => {
    expect(read({ site: { imprint: "/impressum/", privacy: null } })).toMatchObject({
      site: { imprint: "https://x.example/impressum/", privacy: null },
    });
  });

  test("has former addresses where there are some", () => {
    const aliases = ["/alt/", "http://alt.example/flur"];
    expect(read({ threads: [{ ...flur, aliases }] })).toMatchObject({
      threads: [{ aliases: ["https://x.example/alt/", "http://alt.example/flur"] }],
    });
    expect(read({ threads: [{ ...flur, aliases: [] }] })).toEqual(read());
  });

  test("has who wrote an article, and the badges that have a word of their own, in one line", () => {
    const authors = [{ id: "eva-klein", badge: " Autorin\n" }];
    expect(
      read({ site: { authors }, threads: [{ ...flur, authors: ["eva-klein"] }] }),
    ).toMatchObject({
      site: { authors: [{ id: "eva-klein", badge: "Autorin" }] },
      threads: [{ authors: ["eva-klein"] }],
    });
    expect(read({ threads: [{ ...flur, authors: [] }] })).toEqual(read());
  });

  test.each([
    [{ version: 2 }, "version is not as expected (1)"],
    [{ site: { language: "fr" } }, 'site.language is not as expected (("de" | "en"))'],
    [
      { threads: [flur, { ...flur, state: "shut" }] },
      'threads.1.state is not as expected (("open" | "closed"))',
    ],
    [{ site: { timeZone: "Berlin" } }, "site.timeZone is no IANA time zone"],
    [{ site: { url: "ftp://x.example/" } }, "site.url is no http address"],
    [{ site: { imprint: "javascript:alert(1)" } }, "site.imprint is no http address"],
    [{ site: { privacy: "data:,x" } }, "site.privacy is no http address"],
    [{ site: { url: "http://" } }, "site.url is no http address"],
    [{ threads: [{ ...flur, id: "" }] }, "a thread's id is empty, too long or has spaces"],
    [{ threads: [flur, { ...flur, title: "2" }] }, "thread flur is listed twice"],
    [
      { threads: [{ ...flur, url: "mailto:ida@x.example" }] },
      "the url of thread flur is no http address",
    ],
    [
      { threads: [{ ...flur, closes: "30.11.2026" }] },
      "threads.0.closes is not as expected (something else)",
    ],
    [
      { site: { authors: [{ id: "eva-klein", badge: "x".repeat(31) }] } },
      "site.authors.0.badge is not as expected (<=30)",
    ],
    [
      { site: { authors: [{ id: "eva-klein", badge: " " }] } },
      "site.authors.0.badge is not as expected (!0)",
    ],
    [
      { site: { authors: [{ id: "eva klein", badge: "Autorin" }] } },
      "an author of site.authors has no name",
    ],
    [{ threads: [{ ...flur, authors: [""] }] }, "an author of thread flur has no name"],
    [
      { threads: [{ ...flur, aliases: ["/alt/", "data:,x"] }] },
      "an alias of thread flur is no http address",
    ],
  ])("with %j is refused and told why", (more, mistake) => {
    expect(read(more)).toEqual({ mistake });
  });

  test("is refused when it is no JSON or none of ours", () => {
    for (const json of ["", "<html>", "null"])
      expect(readThreadList(json, base)).toEqual({
        mistake: "the list is not as expected (Object)",
      });
  });
});

test.each([
  ["flur", true],
  ["a".repeat(200), true],
  ["ä/ö?ü", true],
  ["", false],
  ["a".repeat(201), false],
  ["a b", false],
  ["a\u0000", false],
  ["a\ud800", false],
])("%j could be the id of a thread: %j", (id, isOne) => {
  expect(isThreadId(id)).toBe(isOne);
});

describe("the store is told", () => {
  const stored: ListedThread = { ...flur, state: "open", url: "https://x.example/flur/" };

  test("nothing where nothing has changed", () => {
    const withAlias = { ...stored, aliases: ["https://x.example/alt/"] };
    expect(changesTo([stored], [{ ...stored }])).toEqual([]);
    expect(changesTo([stored], [{ ...stored, aliases: [] }])).toEqual([]);
    expect(changesTo([withAlias], [{ ...withAlias }])).toEqual([]);
  });

  test.each<[string, Partial<ListedThread>]>([
    ["new", { id: "regen" }],
    ["moved", { url: "https://x.example/gang/" }],
    ["renamed", { title: "Gang" }],
    ["closed", { state: "closed" }],
    ["closed at a time", { closes: 1 }],
    ["known by another address", { aliases: ["https://x.example/alt/"] }],
    ["by somebody else", { authors: ["eva-klein"] }],
  ])("of a thread that is %s", (_, more) => {
    const changed = { ...stored, ...more };
    expect(changesTo([stored], [stored, changed])).toEqual([changed]);
  });

  test("of whose badge there is another word, or one more, or one less", () => {
    const [eva, otto] = [
      { id: "eva", badge: "Autorin" },
      { id: "otto", badge: "Gast" },
    ];
    expect(newBadges(undefined, [eva])).toEqual(["eva"]);
    expect(newBadges([eva, otto], [otto, eva])).toEqual([]);
    expect(newBadges([eva, otto], [{ ...eva, badge: "Gast" }])).toEqual(["eva", "otto"]);
  });

  test("that a thread which is no longer listed is closed, and that only once", () => {
    const closed: ListedThread = { ...stored, state: "closed" };
    expect(changesTo([stored], [])).toEqual([closed]);
    expect(changesTo([closed], [])).toEqual([]);
  });
});
