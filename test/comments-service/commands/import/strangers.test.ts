import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { Source } from "../../../../comments-service/commands/import/foreign.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { disqus, wxr } from "./exports.ts";
import { bring, issoDatabase, temporaryFile } from "./importing.ts";

const at = (path: string) => `https://alte-spalte.example/vertrieb/${path}/`;

async function open(): Promise<TestService> {
  const service = await openService();
  await service.thread();
  return service;
}

const come = (service: TestService, source: Source, file: string) =>
  bring(service, source, temporaryFile("export.xml", file));

const textsOf = async (service: TestService, thread: string) =>
  (await service.thread(thread, "?order=oldest")).comments.map(({ text }) => text);

describe("an empty key of a thread is none", () => {
  test.each([undefined, "", "  ", "0", "7"])(
    "WordPress' items all with the number %j",
    async (id) => {
      const service = await open();
      const items = ["flur", "regen"].map((path) => ({
        id,
        link: at(path),
        comments: [{ id: "1", text: `In ${path}.` }],
      }));
      const lines = await come(service, "wordpress", wxr(items));
      expect(lines[0]).toBe("wrote 2 comments in 2 threads");
      expect(await textsOf(service, "flur")).toEqual(["In flur."]);
      expect(await textsOf(service, "regen")).toEqual(["In regen."]);
    },
  );

  test("an item with a title alone is named, with a guess, and brought along by that name", async () => {
    const service = await open();
    const file = wxr([
      { title: "Über flur", comments: [{ text: "Eins." }] },
      { comments: [{ text: "Zwei." }, { text: "Drei." }] },
    ]);
    expect((await come(service, "wordpress", file)).slice(1, 4)).toEqual([
      "2 threads of the file are not in the magazine; name each with --thread ADDRESS=ID to bring it along:",
      "  Über flur: 1 comment; did you mean flur?",
      "  (without address, id and title): 2 comments",
    ]);
    const told = new Map([["Über flur", "flur"]]);
    const lines = await bring(service, "wordpress", temporaryFile("x.xml", file), { told });
    expect(lines.slice(0, 2)).toEqual([
      "wrote 1 comment in 1 thread",
      "  flur: 1 published (as you said)",
    ]);
  });

  test("Disqus' posts that name no thread, an unknown one or one of two go nowhere, and are named", async () => {
    const service = await open();
    const file = disqus(
      [
        { id: "", link: at("flur") },
        { id: "2", link: at("flur") },
        { id: "2", link: at("regen") },
        { id: " 3 ", link: at("regen"), name: "  " },
      ],
      [
        { id: "1", thread: "", text: "a" },
        { id: "2", text: "b" },
        { id: "3", thread: "2", text: "c" },
        { id: "4", thread: "4711", text: "d" },
        { id: "5", thread: "3", text: "e" },
      ],
    );
    expect(await come(service, "disqus", file)).toEqual([
      "wrote 1 comment in 1 thread",
      "  regen: 1 published (found by its address)",
      "3 threads of the file are not in the magazine; name each with --thread ADDRESS=ID to bring it along:",
      "  (no thread is named): 2 comments",
      `  (thread 2, which is ${at("flur")} and ${at("regen")}): 1 comment`,
      "  (thread 4711, which is not in the file): 1 comment",
    ]);
    expect(await textsOf(service, "regen")).toEqual(["e"]);
  });

  test("Isso's comments whose thread is gone or has no address are named, and go nowhere", async () => {
    const service = await open();
    const path = issoDatabase();
    const raw = new DatabaseSync(path);
    raw.exec("PRAGMA foreign_keys = OFF");
    raw.exec("INSERT INTO threads VALUES (3, '', ''), (4, NULL, 'Ohne')");
    raw.exec("UPDATE comments SET tid = 3 WHERE id = 1; UPDATE comments SET tid = 4 WHERE id = 2");
    raw.exec("UPDATE comments SET tid = 99, parent = NULL WHERE id = 5");
    raw.exec("UPDATE comments SET tid = NULL WHERE id = 3");
    raw.close();
    expect(await bring(service, "isso", path)).toEqual([
      "wrote 0 comments in 0 threads",
      "left behind: 1 deleted",
      "5 threads of the file are not in the magazine; name each with --thread ADDRESS=ID to bring it along:",
      "  (without address, id and title): 1 comment",
      "  Ohne: 1 comment",
      "  (no thread is named): 1 comment",
      "  (thread 99, which is not in the file): 1 comment",
      "  /fort/: 1 comment",
    ]);
  });
});

describe("an empty or double key of a comment is none", () => {
  test.each([undefined, "", " ", "0", "1"])(
    "two comments, both with the number %j, are two, and both are known again",
    async (id) => {
      const service = await open();
      const comments = [
        { id, text: "Eins.", gmt: "2012-10-23 04:15:00" },
        { id, text: "Zwei.", gmt: "2012-10-23 04:15:00" },
        { id, text: "Zwei.", gmt: "2012-10-23 04:16:00" },
      ];
      const file = wxr([{ link: at("flur"), comments }], "https://alte-spalte.example");
      expect((await come(service, "wordpress", file))[0]).toBe("wrote 3 comments in 1 thread");
      expect(await textsOf(service, "flur")).toEqual(["Eins.", "Zwei.", "Zwei."]);
      expect((await come(service, "wordpress", file)).slice(0, 2)).toEqual([
        "wrote 0 comments in 1 thread",
        "  flur: 3 already here (found by its address)",
      ]);
    },
  );

  test("Disqus' posts without an id are each their own", async () => {
    const service = await open();
    const posts = ["a", "b"].map((text) => ({ thread: "1", text }));
    const file = disqus([{ id: "1", link: at("flur") }], posts);
    expect((await come(service, "disqus", file))[0]).toBe("wrote 2 comments in 1 thread");
    expect((await come(service, "disqus", file))[0]).toBe("wrote 0 comments in 1 thread");
  });

  test("what the file holds twice comes once, and that is said; what two keys name comes twice", async () => {
    const service = await open();
    const twice = { id: "1", text: "Doppelt." };
    const keyless = { text: "Ohne Nummer." };
    const comments = [twice, twice, keyless, keyless, { ...twice, id: "2" }];
    const file = wxr([{ link: at("flur"), comments }], "https://alte-spalte.example");
    expect(await come(service, "wordpress", file)).toEqual([
      "wrote 3 comments in 1 thread",
      "  flur: 3 published (found by its address)",
      "left behind: 2 twice in the file",
    ]);
    expect((await come(service, "wordpress", file))[0]).toBe("wrote 0 comments in 1 thread");
  });

  test("an article that the file holds twice brings its comments once, and replies to either", async () => {
    const service = await open();
    const first = { id: "1", text: "Eins." };
    const answer = { parent: "1", gmt: "2012-10-24 04:15:00" };
    const file = wxr(
      [
        { id: "7", link: at("flur"), comments: [first, { ...answer, id: "2", text: "Zwei." }] },
        { id: "7", link: at("flur"), comments: [first, { ...answer, id: "3", text: "Drei." }] },
      ],
      "https://alte-spalte.example",
    );
    expect(await come(service, "wordpress", file)).toEqual([
      "wrote 3 comments in 1 thread",
      "  flur: 3 published (found by its address)",
      "left behind: 1 twice in the file",
    ]);
    const { comments } = await service.thread("flur", "?order=oldest");
    expect(comments.map(({ number, replyTo }) => [number, replyTo])).toEqual([
      [1, null],
      [2, 1],
      [3, 1],
    ]);
    expect((await come(service, "wordpress", file))[0]).toBe("wrote 0 comments in 1 thread");
  });

  test("a reply finds what it answers in its own thread alone, and never by a key that two have", async () => {
    const service = await open();
    const file = wxr([
      {
        link: at("flur"),
        comments: [
          { id: "1", text: "Flur eins." },
          { id: "2", text: "Flur zwei." },
          { id: "2", text: "Flur noch einmal zwei." },
          { id: " 3 ", parent: " 1 ", text: "Antwort auf eins.", gmt: "2012-10-24 04:15:00" },
          {
            id: "4",
            parent: "2",
            text: "Antwort auf eine von zweien.",
            gmt: "2012-10-24 05:15:00",
          },
          { id: "5", parent: "9", text: "Antwort nach drüben.", gmt: "2012-10-24 06:15:00" },
        ],
      },
      {
        link: "https://alte-spalte.example/vertrieb/flur.html",
        comments: [
          { id: "1", text: "Andere eins." },
          { id: "9", text: "Drüben." },
        ],
      },
    ]);
    const lines = await come(service, "wordpress", file);
    expect(lines.slice(2)).toEqual([
      "2 replies to what is not here answer the comment above it, or none:",
      "  flur: 4 by Petra, 2012-10-24 05:15 UTC, answered 2 (several have that name)",
      "  flur: 5 by Petra, 2012-10-24 06:15 UTC, answered 9 (in another thread)",
    ]);
    const { comments } = await service.thread("flur", "?order=oldest");
    const number = (text: string) => comments.find((each) => each.text === text)?.number;
    expect(comments.filter(({ replyTo }) => replyTo !== null)).toMatchObject([
      { text: "Antwort auf eins.", replyTo: number("Flur eins.") },
    ]);
  });
});
