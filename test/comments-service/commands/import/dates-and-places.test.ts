import { describe, expect, test } from "vitest";
import { openService } from "../../service.ts";
import { thread } from "../../site.ts";
import { disqus, wxr } from "./exports.ts";
import type { WrittenComment } from "./exports.ts";
import { bring, temporaryFile } from "./importing.ts";

const at = (path: string, host = "https://alte-spalte.example") => `${host}/vertrieb/${path}/`;
const zeros = "0000-00-00 00:00:00";

async function wordpress(comments: WrittenComment[], dates?: [string, string]) {
  const service = await openService();
  await service.thread();
  const file = wxr([{ link: at("flur"), dates, comments }], "https://alte-spalte.example");
  const lines = await bring(service, "wordpress", temporaryFile("x.xml", file));
  return { service, lines, page: await service.thread("flur", "?order=oldest") };
}

describe("a comment without the time of Greenwich", () => {
  test.each([zeros, "", undefined, "1970-01-01 00:00:00", "-0001-11-30 00:00:00"])(
    "(%j) has that of the blog's clock, in the magazine's zone",
    async (gmt) => {
      const { page } = await wordpress([
        { gmt: gmt ?? "", date: "2012-10-23 06:15:00" },
        { gmt: gmt ?? "", date: "2012-12-23 06:15:00" },
        { gmt: gmt ?? "", date: "2013-01-23T06:15:00+05:00" },
      ]);
      expect(page.comments.map(({ publishedAt }) => publishedAt)).toEqual([
        "2012-10-23T04:15:00.000Z",
        "2012-12-23T05:15:00.000Z",
        "2013-01-23T01:15:00.000Z",
      ]);
    },
  );

  test("is dated in the zone that the file's other comments and articles show", async () => {
    const { page } = await wordpress(
      [
        { gmt: zeros, date: "2012-07-23 06:15:00" },
        { gmt: "2012-07-24 10:00:00", date: "2012-07-24 06:00:00" },
      ],
      ["2012-01-10 12:00:00", "2012-01-10 17:00:00"],
    );
    expect(page.comments[0]?.publishedAt).toBe("2012-07-23T10:15:00.000Z");
  });

  test("and without any stays behind, as before", async () => {
    const { lines } = await wordpress([
      { gmt: zeros, date: zeros },
      { gmt: "2012-10-23 04:15:00" },
    ]);
    expect(lines).toContain("left behind: 1 without a date");
  });
});

test("a review is a comment, and what is of another type is named", async () => {
  const types = ["review", " Comment ", "", "order_note", "pingback", "trackback", "order_note"];
  const { lines } = await wordpress(
    types.map((type, id) => ({ id: `${id}`, type, text: `${id}.` })),
  );
  expect(lines).toEqual([
    "wrote 3 comments in 1 thread",
    "  flur: 3 published (found by its address)",
    "left behind: 2 of type order_note, 2 trackback",
  ]);
});

describe("a reply to what stays behind is named, and answers the comment above it", () => {
  test("spam, pingbacks, undated ones, and what the file does not hold", async () => {
    const { lines, page } = await wordpress([
      { id: "1", text: "Oben." },
      { id: "2", parent: "1", approved: "spam" },
      { id: "3", parent: "2", text: "Auf Spam.", author: "Jens", gmt: "2012-10-24 04:15:00" },
      { id: "4", type: "pingback" },
      { id: "5", parent: "4", text: "Auf Pingback.", author: "", gmt: "2012-10-24 05:15:00" },
      { id: "6", gmt: zeros, date: zeros, parent: "2" },
      { id: "7", parent: "6", text: "Auf Undatiertes.", gmt: "2012-10-24 06:15:00" },
      { id: "8", parent: "99", text: "Auf Fremdes.", gmt: "2012-10-24 07:15:00" },
      { id: "9", parent: "9", text: "Auf sich selbst.", gmt: "2012-10-24 08:15:00" },
      { id: "10", parent: "3", text: "Auf eine Antwort.", gmt: "2012-10-24 09:15:00" },
    ]);
    expect(lines.slice(2)).toEqual([
      "left behind: 1 spam, 1 trackback, 1 without a date",
      "5 replies to what is not here answer the comment above it, or none:",
      "  flur: 3 by Jens, 2012-10-24 04:15 UTC, answered 2 (spam)",
      "  flur: 5 by somebody without a name, 2012-10-24 05:15 UTC, answered 4 (trackback)",
      "  flur: 7 by Petra, 2012-10-24 06:15 UTC, answered 6 (without a date)",
      "  flur: 8 by Petra, 2012-10-24 07:15 UTC, answered 99 (not in the file)",
      "  flur: 9 by Petra, 2012-10-24 08:15 UTC, answered 9 (a circle)",
    ]);
    expect(
      page.comments
        .map(({ number, replyTo }) => [number, replyTo])
        .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0)),
    ).toEqual([
      [1, null],
      [2, 1],
      [3, null],
      [4, 1],
      [5, null],
      [6, null],
      [7, 2],
    ]);
  });

  test("of many, twenty are listed, and Disqus' the same way", async () => {
    const service = await openService();
    await service.thread();
    const spam = { id: "1", thread: "1", isSpam: "True" };
    const replies = Array.from({ length: 30 }, (_, i) => ({
      id: `${i + 2}`,
      thread: "1",
      parent: "1",
      text: `${i}`,
    }));
    const file = disqus([{ id: "1", link: at("flur") }], [spam, ...replies]);
    const lines = await bring(service, "disqus", temporaryFile("x.xml", file));
    expect(lines).toHaveLength(25);
    expect(lines.at(-1)).toBe("  and 10 more");
  });
});

describe("a host that is not the magazine's", () => {
  const threads = [
    { id: "1", link: at("flur", "http://localhost:4000") },
    { id: "2", link: at("flur", "https://translate.example"), name: "flur" },
    { id: "3", link: at("regen", "http://localhost:4000") },
    { id: "4", link: at("regen", "https://www.alte-spalte.example") },
    { id: "5", link: "file:///vertrieb/flur/" },
    { id: "6", link: "localhost:4000/vertrieb/flur/" },
  ];
  const posts = threads.flatMap(({ id }) => [
    { id: `${id}1`, thread: id, text: `Eins in ${id}.` },
    { id: `${id}2`, thread: id, text: `Zwei in ${id}.` },
  ]);

  test("is named with its comments, and nothing of it comes", async () => {
    const service = await openService();
    await service.thread();
    const file = temporaryFile("x.xml", disqus(threads, posts));
    expect(await bring(service, "disqus", file)).toEqual([
      "wrote 2 comments in 1 thread",
      "  regen: 2 published (found by its address)",
      "at other hosts than the magazine's; name those that were its own with --host HOST to bring them along:",
      "  localhost:4000: 6 comments in 3 threads",
      "  translate.example: 2 comments in 1 thread",
      "  (no address of the web): 2 comments in 1 thread",
    ]);
    expect((await service.thread()).count).toBe(0);
    const hosts = ["localhost:4000", "alte-spalte.example", "nie.example"];
    const told = new Map([["https://translate.example/vertrieb/flur/", "flur"]]);
    const lines = await bring(service, "disqus", file, { hosts, told });
    expect(lines.slice(0, 3)).toEqual([
      "wrote 8 comments in 2 threads",
      "  flur: 6 published (found by its address)",
      "  regen: 2 published, 2 already here (found by its address)",
    ]);
    expect(lines.at(-1)).toBe("named with --host, but not in the file: nie.example");
  });

  test("is none where it is the magazine's own, with or without www, or that of a former address", async () => {
    const aliases = ["https://frueher.example/2012/10/flur-alt/", "/altes/regnerisch.html"];
    const service = await openService({ threads: [thread("flur", { aliases }), thread("regen")] });
    await service.thread();
    const { origin } = service.site;
    const links = [
      `${origin}/vertrieb/flur/`,
      `${origin.replace("http:", "https:")}/altes/regnerisch.html?utm_source=x`,
      "http://www.frueher.example/2012/10/flur-alt",
      "/2012/10/flur-alt/index.html",
      "https://frueher.example/vertrieb/regen/",
    ];
    const file = wxr(links.map((link) => ({ link, comments: [{ text: link }] })));
    const lines = await bring(service, "wordpress", temporaryFile("x.xml", file), { hosts: [] });
    expect(lines).toEqual([
      "wrote 5 comments in 2 threads",
      "  flur: 4 published (found by its address)",
      "  regen: 1 published (found by its address)",
    ]);
  });

  test("asks for a former address that two articles have, and takes an article's own before another's former one", async () => {
    const aliases = ["/alt/", "/vertrieb/regen/"];
    const service = await openService({
      threads: [thread("flur", { aliases }), thread("regen", { aliases: ["/alt/"] })],
    });
    await service.thread();
    const file = wxr(
      ["/alt/", "/vertrieb/regen/"].map((link) => ({ link, comments: [{ text: link }] })),
    );
    const lines = await bring(service, "wordpress", temporaryFile("x.xml", file), { hosts: [] });
    expect(lines.slice(1, 2)).toEqual(["  regen: 1 published (found by its address)"]);
    expect(lines.at(-1)).toBe("  /alt/: 1 comment");
  });
});
