import { createHash } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { cleaningTimes } from "../../../../comments-service/domain/retention.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { disqus, wxr } from "./exports.ts";
import type { WrittenComment } from "./exports.ts";
import { bring, issoDatabase, kept, temporaryFile } from "./importing.ts";

const link = "https://alte-spalte.example/vertrieb/flur/";
const blog = "https://alte-spalte.example";

async function open(): Promise<TestService> {
  const service = await openService();
  await service.thread();
  return service;
}

const three: WrittenComment[] = [
  {
    id: "1",
    text: "Das sehe ich anders.",
    email: "petra@mail.example",
    gmt: "2012-10-23 04:15:00",
  },
  { id: "2", text: "+1", author: "Jens", parent: "1", gmt: "2012-10-23 05:15:00" },
  { id: "3", text: "+1", author: "Jens", gmt: "2012-10-23 06:15:00" },
];

const come = (service: TestService, comments: WrittenComment[], base?: string, isDry = false) =>
  bring(service, "wordpress", temporaryFile("x.xml", wxr([{ link, comments }], base)), { isDry });

const known = (number: number) => [
  "wrote 0 comments in 1 thread",
  `  flur: ${number} already here (found by its address)`,
];

describe("the same blog imported again brings nothing twice, and a dry run says so", () => {
  test.each([
    [blog, "http://alte-spalte.example"],
    ["http://alte-spalte.example", blog],
    [blog, `${blog}/`],
    [blog, "https://WWW.alte-spalte.example"],
    [blog, undefined],
    [undefined, blog],
    [undefined, undefined],
    [blog, "https://neue-spalte.example/blog"],
    ["eine Spalte", "dieselbe Spalte"],
  ])("whose address was %s and is %s", async (before, after) => {
    const service = await open();
    await come(service, three, before);
    const all = kept(service);
    expect(await come(service, three, after, true)).toEqual([
      "would write 0 comments in 1 thread",
      "  flur: 3 already here (found by its address)",
      "nothing was written",
    ]);
    expect(await come(service, three, after)).toEqual(known(3));
    expect(kept(service)).toEqual(all);
  });

  test("whose comments are counted anew, or not at all", async () => {
    const service = await open();
    await come(service, three, blog);
    const anew = three.map((comment, index) => ({ ...comment, id: `${index + 101}` }));
    expect(await come(service, anew.toReversed(), blog)).toEqual(known(3));
    const without = three.map(({ author, email, text, gmt }) => ({ author, email, text, gmt }));
    expect(await come(service, without, blog)).toEqual(known(3));
  });

  test("a later export brings what is new, and its replies find what is here", async () => {
    const service = await open();
    await come(service, three, blog);
    const later = [
      ...three,
      { id: "4", parent: "2", text: "+1", author: "Jens", gmt: "2012-10-23 07:15:00" },
      { id: "5", text: "+1", author: "Ida", gmt: "2012-10-23 06:15:00" },
    ];
    const lines = await come(service, later, "http://alte-spalte.example/");
    expect(lines[0]).toBe("wrote 2 comments in 1 thread");
    const { comments } = await service.thread("flur", "?order=oldest");
    expect(comments.map(({ number, replyTo, name }) => [number, replyTo, name])).toEqual([
      [1, null, "Petra"],
      [2, 1, "Jens"],
      [5, 2, "Jens"],
      [3, null, "Jens"],
      [4, null, "Ida"],
    ]);
  });

  test("what was written in the same second by others, or in other words, is another", async () => {
    const service = await open();
    await come(service, [{ id: "1", text: "+1", author: "", email: "a@mail.example" }]);
    const others = [
      { id: "1", text: "+1", author: "", email: "b@mail.example" },
      { id: "2", text: "+1", author: "Ida" },
      { id: "3", text: "-1", author: "" },
    ];
    expect((await come(service, others))[0]).toBe("wrote 3 comments in 1 thread");
    expect((await come(service, others))[0]).toBe("wrote 0 comments in 1 thread");
  });
});

describe("two blogs that count alike are two", () => {
  test.each([undefined, blog])("with %s as the address of both", async (base) => {
    const service = await open();
    const at = "2013-01-01 10:00:00";
    await come(service, [{ id: "1", text: "Aus dem ersten.", author: "Anna" }], base);
    const second = [{ id: "1", text: "Aus dem zweiten.", author: "Berta", gmt: at }];
    expect((await come(service, second, base))[0]).toBe("wrote 1 comment in 1 thread");
    expect((await come(service, second, base))[0]).toBe("wrote 0 comments in 1 thread");
    expect((await service.thread()).count).toBe(2);
  });

  test("also where only the words tell them apart", async () => {
    const service = await open();
    await come(service, [{ id: "1", text: "Aus dem ersten." }]);
    const lines = await come(service, [{ id: "1", text: "Aus dem zweiten." }]);
    expect(lines[0]).toBe("wrote 1 comment in 1 thread");
  });
});

describe("what became of a comment here stays", () => {
  const idOf = async (service: TestService, number: number) =>
    (await service.thread("flur", "?order=oldest")).comments.find((each) => each.number === number)
      ?.id ?? "";

  test.each([blog, "http://neue.example/", undefined])(
    "erased, hidden, rejected and edited, under %s",
    async (after) => {
      const service = await open();
      const four = [
        ...three,
        { id: "4", text: "Wartet.", approved: "0", gmt: "2012-10-24 04:15:00" },
      ];
      await come(service, four, blog);
      await service.store.erase(await idOf(service, 2));
      const raw = new DatabaseSync(service.databasePath);
      raw.exec("UPDATE comment SET state = 'hidden' WHERE number = 3");
      raw.exec("UPDATE comment SET text = 'Anders gesagt.', edited_at = 5 WHERE number = 1");
      raw.exec(
        "UPDATE comment SET state = 'erased', name = '', email = '', text = '' WHERE state = 'held'",
      );
      raw.close();
      const all = kept(service);
      expect(JSON.stringify(all)).not.toContain("Wartet");
      expect(await come(service, four, after)).toEqual(known(4));
      expect(kept(service)).toEqual(all);
    },
  );

  test("a held one that was erased stays known for good", async () => {
    const service = await open();
    await come(service, [{ id: "1", text: "Wartet.", approved: "0" }], blog);
    const held = kept(service)[0] as { id: string };
    await service.store.erase(held.id);
    const late = service.clock.now + 400 * 24 * 3_600_000;
    await service.store.clean(cleaningTimes(late), 100);
    expect(await come(service, [{ id: "7", text: "Wartet.", approved: "0" }])).toEqual(known(1));
  });

  test("whose writer has no name here any more, and wanted the words to stay", async () => {
    const service = await open();
    await come(service, three, blog);
    await service.store.forget({ email: "petra@mail.example", recipients: ["x"], texts: "keep" });
    expect(await come(service, three, "http://anders.example")).toEqual(known(3));
    await service.store.erase(await idOf(service, 1));
    expect(await come(service, three, "http://anders.example")).toEqual(known(3));
  });

  test("edited, dated anew or deleted there", async () => {
    const service = await open();
    await come(service, three, blog);
    const all = kept(service);
    const [one, two, last] = three;
    const changed = [
      { ...one, text: "Das sehe ich doch so." },
      { ...two, approved: "trash" },
      { ...last, gmt: "2012-10-23 09:15:00", parent: "2" },
    ];
    expect(await come(service, changed, `${blog}/`)).toEqual(known(3));
    expect(kept(service)).toEqual(all);
  });
});

test("what an earlier Kolumne brought is known by its number, also where it had lost words", async () => {
  const service = await open();
  const id = createHash("sha256")
    .update("import wordpress http://alte-spalte.example/ 1")
    .digest("hex");
  const earlier = { parent: null, state: "published", email: "", editedAt: null } as const;
  const at = Date.UTC(2012, 9, 23, 4, 15);
  const wording = "import.wordpress";
  await service.store.importComments("flur", [
    { ...earlier, id: id.slice(0, 32), name: "Petra", text: "Nimm vector.", at, wording },
  ]);
  const comments = [{ id: "1", text: "Nimm vector<int>." }];
  expect(await come(service, comments, blog)).toEqual(known(1));
});

test("a comment that went into another thread, as was said then, does not come again", async () => {
  const service = await open();
  const file = temporaryFile("x.xml", wxr([{ link, comments: three }], blog));
  await bring(service, "wordpress", file, { told: new Map([[link, "regen"]]) });
  expect(await bring(service, "wordpress", file)).toEqual(known(3));
});

test("what comes from one system is known when it comes from another", async () => {
  const service = await open();
  await come(service, three, blog);
  const posts = three.map(({ id, author, text, gmt = "" }) => ({
    id: `90${id}`,
    thread: "1",
    author,
    text,
    at: `${gmt.replace(" ", "T")}Z`,
  }));
  const file = temporaryFile("x.xml", disqus([{ id: "1", link }], posts));
  expect(await bring(service, "disqus", file)).toEqual(known(3));
});

test("Isso's comments are known again when the paths of its threads are written otherwise", async () => {
  const service = await open();
  const path = issoDatabase();
  await bring(service, "isso", path);
  const all = kept(service);
  const raw = new DatabaseSync(path);
  raw.exec("UPDATE threads SET uri = '/vertrieb/flur' WHERE id = 1");
  raw.close();
  expect((await bring(service, "isso", path))[0]).toBe("wrote 0 comments in 1 thread");
  expect(kept(service)).toEqual(all);
});

test("an id says nothing of the words, which it outlives", async () => {
  const ids = await Promise.all(
    ["Eins.", "Zwei."].map(async (text) => {
      const service = await open();
      await come(service, [{ text, email: `${text}@mail.example` }]);
      return (await service.thread()).comments[0]?.id;
    }),
  );
  expect(ids[0]).toBe(ids[1]);
});
