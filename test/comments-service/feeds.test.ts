import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openService } from "./service.ts";
import { closePages, openChromium } from "../browser.ts";
import { thread } from "./site.ts";
import { moderate } from "./moderate.ts";

const feed = "/threads/flur/feed.atom";
const idsIn = (xml: string) => [...xml.matchAll(/<entry>\n<id>([^<]+)</gu)].map(([, id]) => id);
const updatedIn = (xml: string) => /<\/title>[^]*?<updated>([^<]+)</u.exec(xml)?.[1];

describe("the feed of a thread", () => {
  test("holds its published comments, the newest first, each with a name that stays", async () => {
    const service = await openService();
    for (const text of ["Eins.", "Zwei.", "Drei."]) {
      service.clock.now += 60_000;
      await service.publish({ text, email: `${text}x@mail.example` });
    }
    const answer = await service.ask(feed);
    expect(answer.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const xml = await answer.text();
    const { comments } = await service.thread();
    expect(idsIn(xml)).toEqual(comments.map(({ id }) => `tag:127.0.0.1,2090-10-23:comment/${id}`));
    expect(xml).toContain("<title>Kommentare zu „Über flur“</title>");
    expect(xml).toContain("<title>Petra zu „Über flur“</title>");
    expect(xml).toContain(`href="${service.site.origin}/vertrieb/flur/#kommentar-3"`);
    expect(xml).toContain('href="https://comments.example/threads/flur/feed.atom"');
    expect(updatedIn(xml)).toBe(comments[0]?.publishedAt);
  });

  test("is not sent again until something in it has changed, and loses what was erased", async () => {
    const service = await openService();
    await service.publish({ text: "Bleibt." });
    await service.publish({ text: "Geht wieder.", email: "other@mail.example" });
    const first = await service.ask(feed);
    const known = { headers: { "If-None-Match": first.headers.get("ETag") ?? "" } };
    expect((await service.ask(feed, known)).status).toBe(304);
    expect(await first.text()).toContain("Geht wieder.");
    const [{ id } = { id: "" }] = (await service.thread()).comments;
    await moderate(service.store, "hide", id);
    const hidden = await service.ask(feed, known);
    expect(hidden.status).toBe(200);
    expect(await hidden.text()).not.toContain("Geht wieder.");
    await moderate(service.store, "publish", id);
    expect((await service.ask(feed, known)).status).toBe(304);
    await service.store.erase(id);
    const after = await (await service.ask(feed, known)).text();
    expect(after).not.toContain("Geht wieder.");
    expect(after).toContain("Bleibt.");
  });

  test("shows words as the page does: paragraphs, quotes, code, links, and no markup of the writer's", async () => {
    const service = await openService();
    const text =
      "> Es regnet.\n\nNein\nhttps://x.example/?a=1&b=2 <script>alert(1)</script>\uFFFE ]]>\n```\nif (a)\n  <b>\n```";
    await service.publish({ text, name: "<b>Ida</b> & Co" });
    const xml = await (await service.ask(feed)).text();
    const browser = await openChromium();
    const page = await browser.newPage();
    const read = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, "application/xml");
      const content = parsed.querySelector("entry content")?.textContent ?? "";
      return {
        trouble: parsed.querySelector("parsererror")?.textContent ?? null,
        name: parsed.querySelector("entry author name")?.textContent,
        content,
      };
    }, xml);
    await closePages(browser);
    expect(read).toEqual({
      trouble: null,
      name: "<b>Ida</b> & Co",
      content:
        '<blockquote><p dir="auto">Es regnet.</p></blockquote><p dir="auto">Nein<br>' +
        '<a href="https://x.example/?a=1&amp;b=2" rel="nofollow ugc noopener">https://x.example/?a=1&amp;b=2</a>' +
        ' &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;</p><pre dir="auto">if (a)\n  &lt;b&gt;</pre>',
    });
  });

  test("of nothing is a feed too, and of an unknown thread there is none", async () => {
    const service = await openService();
    const empty = await service.ask(feed);
    expect(empty.status).toBe(200);
    expect(updatedIn(await empty.text())).toBe("1970-01-01T00:00:00.000Z");
    expect((await service.ask("/threads/nobody/feed.atom")).status).toBe(404);
  });
});

describe("the feed of the magazine", () => {
  test("holds the newest comments of all threads, in the order in which they appeared", async () => {
    const threads = [thread("flur"), thread("a?c"), thread("regen")];
    const service = await openService({ threads, language: "en" });
    for (const [index, id] of ["flur", "regen", "flur"].entries()) {
      service.clock.now += 60_000;
      const words = { text: `Nummer ${index}`, email: `r${index}@mail.example` };
      await service.publish(words, { thread: id });
    }
    await service.post({ text: "Noch nicht bestätigt." });
    const xml = await (await service.ask("/feed.atom")).text();
    expect([...xml.matchAll(/Nummer (\d)/gu)].map(([, n]) => n)).toEqual(["2", "1", "0"]);
    expect(xml).toContain("<title>Petra on “Über regen”</title>");
    expect(xml).not.toMatch(/bestätigt|mail\.example/u);
  });

  test("holds fifty", async () => {
    const service = await openService({
      limits: { comment: { sender: [], thread: [], site: [] } },
    });
    for (let n = 0; n < 52; n += 1) await service.publish({ email: `r${n}@mail.example` });
    for (const path of ["/feed.atom", feed])
      expect(idsIn(await (await service.ask(path)).text())).toHaveLength(50);
  });

  test("is marked up once, so that asking for it again and again is no work", async () => {
    const service = await openService();
    // Each entry that was marked up is weighed by itself.
    const encode = vi.spyOn(TextEncoder.prototype, "encode");
    onTestFinished(() => encode.mockRestore());
    const markedUpFor = async (path: string) => {
      encode.mockClear();
      await (await service.ask(path)).text();
      return encode.mock.calls.filter(([text]) => text?.startsWith("<entry>")).length;
    };
    for (let i = 0; i < 30; i += 1) {
      const text = `${i} https://e.example/a_b `.repeat(200);
      service.clock.now += 60_000;
      const words = { text, email: `r${i}@m${i}.example` };
      await service.publish(words, { peer: `192.0.2.${i}` });
    }
    for (let i = 0; i < 5; i += 1) {
      await service.publish({ text: `Neu ${i}.` }, { peer: `198.51.100.${i}` });
      expect(await markedUpFor("/feed.atom")).toBeGreaterThan(10);
      expect(await markedUpFor(`/feed.atom?again=${i}`)).toBe(0);
    }
  });

  test("waits for the list of threads", async () => {
    const service = await openService();
    service.site.broken = { status: 500, body: "" };
    const answer = await service.ask("/feed.atom");
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "10"]);
  });
});
