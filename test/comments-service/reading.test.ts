import { describe, expect, test } from "vitest";
import { moderate } from "./moderate.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";

/** Four conversations, 1 3 6 7; 2 and 5 answer the first, 4 answers 3, and 8 answers 5 (so it stands in the first too). */
async function talk(service: TestService): Promise<void> {
  const answers = [undefined, 1, undefined, 3, 1, undefined, undefined, 5];
  for (const [index, replyTo] of answers.entries()) {
    service.clock.now += 60_000;
    await service.publish({ text: `Text ${index + 1}`, replyTo, email: `r${index}@mail.example` });
  }
}

const numbers = async (service: TestService, query = "") =>
  (await service.thread("flur", query)).comments.map(({ number }) => number);

describe("a thread", () => {
  test("shows the newest conversation first, each with its replies from the oldest", async () => {
    const service = await openService();
    await talk(service);
    expect(await numbers(service)).toEqual([7, 6, 3, 4, 1, 2, 5, 8]);
    expect(await numbers(service, "?order=oldest")).toEqual([1, 2, 5, 8, 3, 4, 6, 7]);
    expect(await service.thread()).toMatchObject({
      thread: "flur",
      title: "Über flur",
      open: true,
      count: 8,
      next: null,
    });
  });

  test.each([
    ["newest", 8],
    ["newest", 4],
    ["oldest", 8],
    ["oldest", 7],
  ])("comes with the page that a number stands on, %s first (%i)", async (order, at) => {
    const service = await openService();
    await talk(service);
    const page = await service.thread("flur", `?order=${order}&at=${at}`);
    expect(page).toEqual(await service.thread("flur", `?order=${order}`));
  });

  test("comes from its beginning where no comment has the number that is asked for", async () => {
    const service = await openService();
    await talk(service);
    await service.publish({ email: "regen@mail.example" }, { thread: "regen" });
    for (const order of ["newest", "oldest"]) {
      const query = `?order=${order}&limit=2`;
      expect(await service.thread("flur", `${query}&at=9`)).toEqual(
        await service.thread("flur", query),
      );
    }
    expect((await service.thread("regen", "?at=8")).comments).toHaveLength(1);
  });

  test("is found by the number of a comment that was hidden or erased, too", async () => {
    const service = await openService();
    await talk(service);
    const { comments } = await service.thread();
    const idOf = (wanted: number) => comments.find(({ number }) => number === wanted)?.id ?? "";
    await moderate(service.store, "hide", idOf(8));
    await service.store.erase(idOf(3));
    for (const at of [8, 3])
      expect(await numbers(service, `?at=${at}`)).toEqual([7, 6, 3, 4, 1, 2, 5, 8]);
  });

  test("keeps the place of a hidden and of an erased comment, without a word of it", async () => {
    const service = await openService();
    for (const name of ["Anna", "Bernd", "Clara"])
      await service.publish({ name, email: `${name}@mail.example` });
    const ids = (await service.thread("flur", "?order=oldest")).comments.map(({ id }) => id);
    await moderate(service.store, "hide", ids[0] ?? "");
    await service.store.erase(ids[1] ?? "");
    const after = await service.thread("flur", "?order=oldest");
    expect(after.count).toBe(1);
    expect(after.comments).toMatchObject([
      { number: 1, name: "", text: "", state: "hidden", gone: "removed" },
      { number: 2, name: "", text: "", state: "erased", gone: "erased" },
      { number: 3, name: "Clara", state: "published" },
    ]);
    await moderate(service.store, "publish", ids[0] ?? "");
    expect((await service.thread("flur", "?order=oldest")).comments[0]).toMatchObject({
      number: 1,
      name: "Anna",
    });
  });

  test.each([
    "?limit=0",
    "?limit=101",
    "?limit=x",
    "?before=0",
    "?before=-1",
    "?before=1e3",
    "?at=0",
    "?at=x",
    "?at=2&before=3",
    "?order=best",
  ])("refuses %s by name", async (query) => {
    const service = await openService();
    const answer = await service.ask(`/threads/flur${query}`);
    expect(answer.status).toBe(422);
    const [, field] = /\?(\w+)=/u.exec(query) ?? [];
    expect(await answer.json()).toMatchObject({ errors: [{ field, reason: "invalid" }] });
  });

  test.each([
    "/threads/nobody",
    "/threads/%00",
    "/threads/__proto__",
    `/threads/${"x".repeat(3000)}`,
  ])("that does not exist is 404: %s", async (path) => {
    const service = await openService();
    const answer = await service.ask(path.slice(0, 300));
    expect(answer.status).toBe(404);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  });
});

describe("what is read may be kept by caches for a moment", () => {
  test("and is not sent again to who has it", async () => {
    const service = await openService();
    await service.publish();
    const first = await service.ask("/threads/flur");
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=10");
    expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await service.ask("/threads/flur", { headers: { "If-None-Match": known } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
      expect(again.headers.get("ETag")).toBe(etag);
    }
    const other = await service.ask("/threads/flur", { headers: { "If-None-Match": '"other"' } });
    expect(other.status).toBe(200);
  });

  test("until anything that shows has changed", async () => {
    const service = await openService();
    await service.publish();
    const [{ id } = { id: "" }] = (await service.thread()).comments;
    const etags = [await etagOf(service)];
    for (const change of [
      () => service.publish({ email: "other@mail.example" }),
      () => moderate(service.store, "hide", id),
      () => moderate(service.store, "publish", id),
      () => service.store.erase(id),
    ]) {
      await change();
      etags.push(await etagOf(service));
    }
    // Hidden and shown again, the bytes are what they were.
    expect(etags[3]).toBe(etags[1]);
    expect(new Set(etags).size).toBe(4);
    await service.post();
    expect(await etagOf(service)).toBe(etags.at(-1));
  });

  const etagOf = async (service: TestService) =>
    (await service.ask("/threads/flur")).headers.get("ETag");
});

describe("counts", () => {
  test("name the published comments of each known thread", async () => {
    const service = await openService();
    await service.publish();
    await service.publish({ email: "other@mail.example" });
    await service.post({ email: "third@mail.example" });
    const answer = await service.ask(
      "/counts?thread=flur&thread=regen&thread=nobody&thread=flur&thread=%00",
    );
    expect(await answer.json()).toEqual({ flur: 2, regen: 0 });
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=0, s-maxage=10");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("are asked for by name, and not too many at once", async () => {
    const service = await openService();
    expect((await service.ask("/counts")).status).toBe(422);
    const query = (many: number) =>
      Array.from({ length: many }, (_, i) => `thread=t${i}`).join("&");
    expect((await service.ask(`/counts?${query(90)}`)).status).toBe(200);
    expect((await service.ask(`/counts?${query(91)}`)).status).toBe(422);
  });

  test("keep threads apart, whatever they are called", async () => {
    const service = await openService({ threads: [thread("__proto__"), thread("constructor")] });
    await service.publish({}, { thread: "constructor" });
    const answer = await service.ask("/counts?thread=__proto__&thread=constructor");
    expect(await answer.text()).toBe('{"__proto__":0,"constructor":1}');
  });
});

test("an address that leads nowhere is a 404 with a reason", async () => {
  const service = await openService();
  const answer = await service.ask("/wp-login.php");
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ title: "There is nothing here", status: 404 });
});
