import { describe, expect, test } from "vitest";
import { MINUTE } from "../../comments-service/domain/times.ts";
import { openReader, published } from "./readers.ts";
import { rowsOf } from "./rows.ts";
import { comment, openService } from "./service.ts";
import type { TestService } from "./service.ts";

const everything = async ({ database }: TestService) =>
  JSON.stringify(
    await Promise.all([
      rowsOf(database, "comment"),
      rowsOf(database, "subscription"),
      rowsOf(database, "session"),
      rowsOf(database, "attempt"),
      rowsOf(database, "report"),
    ]),
  );

describe("all that is kept about an address", () => {
  test("is shown, and exported, to whoever has proven it: also what was written in another case", async () => {
    const service = await openService();
    const petra = await openReader(service);
    await petra.post({ notify: "replies" });
    service.clock.now += MINUTE;
    await service.post({ email: "Petra@mail.example", text: "Noch nicht bestätigt.", name: "P." });
    const shown = await petra.me();
    expect(shown).toMatchObject({
      email: petra.email,
      name: comment.name,
      comments: [
        { state: "unconfirmed", number: null, url: `${service.site.url}vertrieb/flur/` },
        {
          state: "published",
          title: "Über flur",
          url: `${service.site.url}vertrieb/flur/#kommentar-1`,
        },
      ],
      subscriptions: [{ thread: "flur", scope: "replies" }],
    });
    const file = await petra.call("GET", "/me/export");
    expect(file.headers.get("Content-Disposition")).toContain("attachment");
    expect(await file.json()).toEqual({ ...shown, notes: [] });
  });

  test("is never changed by a guest who uses the address", async () => {
    const service = await openService();
    const petra = await openReader(service);
    await petra.post();
    const before = await petra.me();
    await service.post({ name: "Eve", text: "Ich bin Petra.", notify: "thread" });
    const after = await petra.me();
    expect(after.comments.filter(({ state }) => state === "published")).toEqual(before.comments);
    expect(after.subscriptions).toMatchObject([{ confirmedAt: null }]);
    expect((await service.thread()).comments).toMatchObject([{ name: comment.name }]);
  });

  test.each([
    ["erase", { state: "erased", name: "", text: "" }],
    ["keep", { state: "published", name: "", text: comment.text }],
  ] as const)("is forgotten; the texts: %s", async (texts, left) => {
    const service = await openService();
    const petra = await openReader(service);
    const { id } = await published(await petra.post({ notify: "thread" }));
    await service.post({ text: "Wartet noch." });
    await service.publish({ email: "jens@mail.example", text: "Ich bleibe.", name: "Jens" });
    const challenge = await service.challenge({ action: "report" });
    await service.send(`/comments/${id}/reports`, {
      reason: "other",
      email: petra.email,
      challenge,
    });
    const answer = await petra.call("DELETE", "/me", { texts });
    expect(answer.status).toBe(204);

    const { comments } = await service.thread();
    expect(comments).toMatchObject([
      { number: 2, name: "Jens" },
      { number: 1, ...left },
    ]);
    expect((await petra.call("GET", "/me")).status).toBe(401);
    const kept = await everything(service);
    expect(kept).not.toContain(petra.email);
    expect(kept).not.toContain("Wartet noch.");
    expect((await service.letters()).filter(({ to }) => to === petra.email)).toEqual([]);
  });
});
