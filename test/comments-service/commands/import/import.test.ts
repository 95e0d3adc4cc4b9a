import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { bring, fixture, issoDatabase, kept, temporaryFile } from "./importing.ts";

/** A service that knows the magazine. */
async function open(): Promise<TestService> {
  const service = await openService();
  await service.thread();
  return service;
}

const shownOf = async (service: TestService, thread: string) =>
  (await service.thread(thread, "?order=oldest")).comments.map(
    ({ number, replyTo, name, text, publishedAt, state }) => ({
      number,
      replyTo,
      name,
      text,
      publishedAt,
      state,
    }),
  );

describe("from Disqus", () => {
  test("a dry run says what would happen, and nothing does", async () => {
    const service = await open();
    const before = kept(service);
    expect(await bring(service, "disqus", fixture("disqus.xml"), { isDry: true })).toEqual([
      "would write 5 comments in 2 threads",
      "  flur: 3 published, 1 erased (found by its address)",
      "  regen: 1 published (found by its id)",
      "left behind: 1 spam, 1 deleted",
      "not words, and left out of the texts: 1 <script>",
      "1 thread of the file is not in the magazine; name each with --thread ADDRESS=ID to bring it along:",
      "  https://alte-spalte.example/alt/flur-neu/: 1 comment; did you mean flur?",
      "nothing was written",
    ]);
    expect(kept(service)).toEqual(before);
  });

  test.each([true, false])(
    "an address that was named and is not in the file is said (dry: %s)",
    async (isDry) => {
      const told = new Map([
        ["https://alte-spalte.example/alt/flur-neu/", "flur"],
        ["https://alte-spalte.example/alt/flurneu/", "flur"],
        ["flurneu", "regen"],
      ]);
      const lines = await bring(await open(), "disqus", fixture("disqus.xml"), { isDry, told });
      expect(lines.filter((line) => line.includes("flurneu"))).toEqual([
        "named with --thread, but not in the file: https://alte-spalte.example/alt/flurneu/, flurneu",
      ]);
    },
  );

  test("dates, names, replies, paragraphs and links are kept, and the numbers go by date", async () => {
    const service = await open();
    const lines = await bring(service, "disqus", fixture("disqus.xml"));
    expect(lines[0]).toBe("wrote 5 comments in 2 threads");
    expect(await shownOf(service, "flur")).toEqual([
      {
        number: 1,
        replyTo: null,
        name: "Petra K.",
        text: "Das sehe ich anders & zwar ganz.\n\nSiehe https://beispiel.example/ein/langer/weg\noder dort (https://andere.example/).",
        publishedAt: "2012-10-23T04:15:00.000Z",
        state: "published",
      },
      {
        number: 2,
        replyTo: 1,
        name: "Jens",
        text: "> Das sehe ich anders\n\nIch nicht.",
        publishedAt: "2012-10-23T05:00:00.000Z",
        state: "published",
      },
      {
        number: 3,
        replyTo: null,
        name: "",
        text: "",
        publishedAt: "2012-10-24T08:00:00.000Z",
        state: "erased",
      },
      {
        number: 4,
        replyTo: 3,
        name: "Anonym",
        text: "Schade, dass Sie es gelöscht haben.",
        publishedAt: "2012-10-24T09:00:00.000Z",
        state: "published",
      },
    ]);
    expect(await service.thread("regen")).toMatchObject({
      count: 1,
      comments: [{ name: "Öykü", text: "Es regnet. 🌧" }],
    });
  });

  test("addresses stay private, and those of senders do not come along", async () => {
    const service = await open();
    await bring(service, "disqus", fixture("disqus.xml"));
    const page = JSON.stringify(await service.thread());
    expect(page).not.toMatch(/mail\.example|192\.0\.2/u);
    const rows = JSON.stringify(kept(service));
    expect(rows).toContain("Petra@mail.example");
    expect(rows).not.toMatch(/keine-adresse|192\.0\.2|weg@mail|Weg Damit|Zurückgezogene/u);
  });

  test("a second run changes nothing, and a new export brings only what is new", async () => {
    const service = await open();
    await bring(service, "disqus", fixture("disqus.xml"));
    const before = kept(service);
    const again = await bring(service, "disqus", fixture("disqus.xml"));
    expect(again.slice(0, 3)).toEqual([
      "wrote 0 comments in 2 threads",
      "  flur: 4 already here (found by its address)",
      "  regen: 1 already here (found by its id)",
    ]);
    expect(kept(service)).toEqual(before);

    const told = new Map([["https://alte-spalte.example/alt/flur-neu/", "flur"]]);
    const named = await bring(service, "disqus", fixture("disqus.xml"), { told });
    expect(named[0]).toBe("wrote 1 comment in 2 threads");
    expect((await service.thread()).comments[0]).toMatchObject({ number: 5, name: "Ida" });
  });

  test("what was erased here stays erased", async () => {
    const service = await open();
    await bring(service, "disqus", fixture("disqus.xml"));
    const [comment] = (await service.thread("regen")).comments;
    await service.store.erase(comment?.id ?? "");
    await bring(service, "disqus", fixture("disqus.xml"));
    expect((await service.thread("regen")).comments).toMatchObject([{ state: "erased", text: "" }]);
  });

  test("in a thread that has comments the numbers go on, and none changes", async () => {
    const service = await openService();
    expect(await service.publish({ text: "Schon hier." })).toBe(1);
    await bring(service, "disqus", fixture("disqus.xml"));
    const comments = (await service.thread("flur", "?order=oldest")).comments;
    expect(comments.map(({ number, replyTo }) => [number, replyTo])).toEqual([
      [1, null],
      [2, null],
      [3, 2],
      [4, null],
      [5, 4],
    ]);
    expect(await service.publish({ text: "Danach.", email: "danach@mail.example" })).toBe(6);
  });

  test("an imported comment can be answered and reported like any other", async () => {
    const service = await open();
    await bring(service, "disqus", fixture("disqus.xml"));
    expect(await service.publish({ replyTo: 2 })).toBe(5);
    const [first] = (await service.thread("flur", "?order=oldest")).comments;
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/u);
    const challenge = await service.challenge({ action: "report" });
    const report = { reason: "spam", challenge };
    expect((await service.send(`/comments/${first?.id}/reports`, report)).status).toBe(202);
  });
});

describe("from WordPress", () => {
  test("a dry run says what would happen and does nothing, and a second run changes nothing", async () => {
    const service = await open();
    const nothing = kept(service);
    const dry = await bring(service, "wordpress", fixture("wordpress.xml"), { isDry: true });
    expect(dry).toEqual([
      "would write 4 comments in 1 thread",
      "  flur: 3 published, 1 held (found by its id)",
      "left behind: 1 trackback, 1 deleted",
      "1 reply to what is not here answers the comment above it, or none:",
      "  flur: 34 by Anton, 2012-10-25 08:00 UTC, answered 33 (waits for a moderator)",
      "nothing was written",
    ]);
    expect(kept(service)).toEqual(nothing);
    await bring(service, "wordpress", fixture("wordpress.xml"));
    const before = kept(service);
    const again = await bring(service, "wordpress", fixture("wordpress.xml"));
    expect(again.slice(0, 2)).toEqual([
      "wrote 0 comments in 1 thread",
      "  flur: 4 already here (found by its id)",
    ]);
    expect(kept(service)).toEqual(before);
  });

  test("comments come in their states, and trackbacks stay behind", async () => {
    const service = await open();
    expect(await bring(service, "wordpress", fixture("wordpress.xml"))).toEqual([
      "wrote 4 comments in 1 thread",
      "  flur: 3 published, 1 held (found by its id)",
      "left behind: 1 trackback, 1 deleted",
      "1 reply to what is not here answers the comment above it, or none:",
      "  flur: 34 by Anton, 2012-10-25 08:00 UTC, answered 33 (waits for a moderator)",
    ]);
    expect(await shownOf(service, "flur")).toMatchObject([
      {
        number: 1,
        replyTo: null,
        name: "Petra",
        text: "Das sehe ich anders.\n\nGanz anders.",
        publishedAt: "2012-10-23T04:15:00.000Z",
      },
      {
        number: 2,
        replyTo: 1,
        name: "Jens",
        text: "Ich nicht, denn 3 < 5.\nBeweis (https://jens.example/beweis)",
        publishedAt: "2012-10-23T05:00:00.000Z",
      },
      // What it answered is held and has no number, so it answers the one above.
      { number: 3, replyTo: 1, name: "Anton" },
    ]);
    expect(JSON.stringify(await service.thread())).not.toContain("Noch nicht freigegeben");
  });

  test("two blogs count their comments alike and are not taken for one another", async () => {
    const service = await open();
    await bring(service, "wordpress", fixture("wordpress.xml"));
    const other = readFileSync(fixture("wordpress.xml"), "utf8")
      .replaceAll("https://alte-spalte.example", "https://zweite.example")
      .replace(/2012-10-2(\d) /gu, "2013-10-2$1 ");
    const path = temporaryFile("zweite.xml", other);
    const lines = await bring(service, "wordpress", path, { hosts: ["zweite.example"] });
    expect(lines[0]).toBe("wrote 4 comments in 1 thread");
    expect((await service.thread()).count).toBe(6);
  });
});

describe("from Isso", () => {
  test("comments come with their states, edits and Markdown as it was typed", async () => {
    const service = await open();
    const path = issoDatabase();
    const nothing = kept(service);
    const dry = await bring(service, "isso", path, { isDry: true });
    expect([dry[0], dry.at(-1)]).toEqual([
      "would write 5 comments in 1 thread",
      "nothing was written",
    ]);
    expect(kept(service)).toEqual(nothing);
    expect(await bring(service, "isso", path)).toEqual([
      "wrote 5 comments in 1 thread",
      "  flur: 3 published, 1 held, 1 erased (found by its address)",
      "1 thread of the file is not in the magazine; name each with --thread ADDRESS=ID to bring it along:",
      "  /fort/: 1 comment",
    ]);
    const { comments } = await service.thread("flur", "?order=oldest");
    expect(comments).toMatchObject([
      {
        number: 1,
        name: "Petra",
        text: "Das sehe ich *anders*.\n\n> Zitat\n\n[Beleg](https://beispiel.example/)",
        publishedAt: "2012-10-23T04:15:00.250Z",
        editedAt: null,
      },
      { number: 2, replyTo: 1, name: "Anonym", editedAt: "2012-10-23T05:01:00.500Z" },
      { number: 3, state: "erased" },
      { number: 4, replyTo: 3, name: "Anton" },
    ]);
    const before = kept(service);
    await bring(service, "isso", path);
    expect(kept(service)).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/weg@mail|192\.0\.2/u);
  });

  test("a time that nobody could show leaves its comment behind, and not the thread unreadable", async () => {
    const service = await open();
    const path = issoDatabase();
    const raw = new DatabaseSync(path);
    raw.exec("UPDATE comments SET created = 1e15, modified = NULL WHERE text LIKE 'Das sehe ich%'");
    raw.exec("UPDATE comments SET modified = 9e99 WHERE modified IS NOT NULL");
    raw.close();
    expect(await bring(service, "isso", path)).toContain("left behind: 1 without a date");
    expect((await service.ask("/threads/flur")).status).toBe(200);
    expect((await service.ask("/feed.atom")).status).toBe(200);
  });
});
