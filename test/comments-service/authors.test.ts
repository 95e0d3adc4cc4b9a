import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportThreads } from "../../comments-service/commands/export/threads.ts";
import { copyRows } from "../../comments-service/store/sql/everything.ts";
import { createSqlStore } from "../../comments-service/store/sql/store.ts";
import type { Comment } from "../../comments-service/wire.ts";
import { signIn } from "./http/desk/moderator.ts";
import { openReader } from "./readers.ts";
import { rowsOf } from "./rows.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";
import { databases, temporaryFile } from "./store/databases.ts";

const AUTHORS = "ida-klein=ida@mail.example, otto-lang=Otto@mail.example, neu@mail.example";

/** Ida has written one of two articles, and her badge says 'Autorin'; Otto has written neither, and the third author has no file. */
async function openMagazine(env = { AUTHORS }): Promise<TestService> {
  const service = await openService({
    env,
    threads: [thread("flur", { authors: ["ida-klein"] }), thread("regen", { authors: ["x"] })],
  });
  Object.assign(service.site.list.site, { authors: [{ id: "ida-klein", badge: "Autorin" }] });
  return service;
}

async function write(service: TestService, name: string, where = "flur") {
  const reader = await openReader(service, `${name}@mail.example`);
  expect((await reader.post({ name }, where)).status).toBe(201);
  return reader;
}

/** Of the comments of a thread who wrote them and what stands beside the name, oldest first. */
async function marks(service: TestService, where = "flur") {
  const { comments } = await service.thread(where, "?order=oldest");
  return comments.map(({ name, badge, badgeWord, wroteArticle }) => [
    name,
    badge,
    badgeWord,
    wroteArticle,
  ]);
}

describe("beside a comment by one of the magazine's authors", () => {
  test("stands the word of the author's own file, and whether the article is theirs", async () => {
    const service = await openMagazine();
    for (const name of ["ida", "otto", "neu", "petra"]) await write(service, name);
    await write(service, "ida", "regen");
    expect(await marks(service)).toEqual([
      ["ida", "author", "Autorin", true],
      ["otto", "author", undefined, undefined],
      ["neu", "author", undefined, undefined],
      ["petra", null, undefined, undefined],
    ]);
    expect(await marks(service, "regen")).toEqual([["ida", "author", "Autorin", undefined]]);
    const page = await (await signIn(service)).get("/desk/?queue=published");
    expect(await page.text()).toContain('<span class="mark">Autorin dieses Artikels</span>');
  });

  test("changes in what readers are shown when the magazine says otherwise, and only there", async () => {
    const service = await openMagazine();
    await write(service, "ida");
    await write(service, "petra", "regen");
    const etags = () =>
      Promise.all(
        ["flur", "regen"].map(async (id) =>
          (await service.ask(`/threads/${id}`)).headers.get("ETag"),
        ),
      );
    const after = async (change: () => void) => {
      const before = await etags();
      change();
      await service.service.magazine.refresh();
      return (await etags()).map((etag, at) => etag === before[at]);
    };
    const { site, threads } = service.site.list;
    expect(await after(() => Object.assign(site, { title: "Anders" }))).toEqual([true, true]);
    const authors = [{ id: "ida-klein", badge: " Gastautorin\n" }];
    expect(await after(() => Object.assign(site, { authors }))).toEqual([false, true]);
    expect(await marks(service)).toEqual([["ida", "author", "Gastautorin", true]]);
    const coAuthors = ["otto-lang"];
    expect(await after(() => Object.assign(threads[0] ?? {}, { authors: coAuthors }))).toEqual([
      false,
      true,
    ]);
    expect(await marks(service)).toEqual([["ida", "author", "Gastautorin", undefined]]);
    expect(await after(() => Object.assign(site, { authors: undefined }))).toEqual([false, true]);
    expect(await marks(service)).toEqual([["ida", "author", undefined, undefined]]);
  });

  test("stands the same at what was written before the settings named the author, once she writes again", async () => {
    const service = await openMagazine({ AUTHORS: "ida@mail.example" });
    await write(service, "ida");
    await write(service, "ida", "regen");
    expect(await marks(service)).toEqual([["ida", "author", undefined, undefined]]);
    service.settings.authors = [{ id: "ida-klein", email: "IDA@mail.example" }];
    await write(service, "ida", "regen");
    expect(await marks(service)).toEqual([["ida", "author", "Autorin", true]]);
    expect(await marks(service, "regen")).toEqual([
      ["ida", "author", "Autorin", undefined],
      ["ida", "author", "Autorin", undefined],
    ]);
  });

  test("stands nothing once it is hidden or without a name, and nobody is known by it any more", async () => {
    const service = await openMagazine();
    const ida = await write(service, "ida");
    const { comments } = await service.thread();
    const moderator = await signIn(service);
    const act = (what: string) =>
      moderator.page("/desk/acts", [
        ["one", `${what} ${comments[0]?.id} insult`],
        ["back", "/desk/"],
      ]);
    await act("hide");
    expect(await marks(service)).toEqual([["", null, undefined, undefined]]);
    await act("publish");
    expect((await ida.call("DELETE", "/me", { texts: "keep" })).status).toBe(204);
    expect(await marks(service)).toEqual([["", null, undefined, undefined]]);
    expect((await rowsOf(service.database, "comment")).map((row) => row.author)).toEqual([null]);
  });

  test("goes along in every export, and comes back with an import", async () => {
    const service = await openMagazine();
    const ida = await write(service, "ida");
    const told = { badge: "author", badgeWord: "Autorin", wroteArticle: true };
    const own = (await (await ida.call("GET", "/me/export")).json()) as { comments: Comment[] };
    expect(own.comments).toMatchObject([told]);

    const folder = join(temporaryFile(), "..", "threads");
    await exportThreads(service.store, folder);
    expect(JSON.parse(readFileSync(join(folder, "flur.json"), "utf8"))).toMatchObject({
      comments: [told],
    });

    for (const { open } of databases) {
      const other = await open();
      const store = await createSqlStore(other, 1);
      await copyRows(service.database, other);
      const page = await store.page("flur", { order: "oldest", limit: 1, before: null });
      expect(page.comments).toEqual((await service.thread()).comments);
      expect(page.comments).toMatchObject([told]);
      expect((await store.site())?.authors).toEqual([{ id: "ida-klein", badge: "Autorin" }]);
    }
  });
});
