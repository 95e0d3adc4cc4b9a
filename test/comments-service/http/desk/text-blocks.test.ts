import { expect, test } from "vitest";
import { DAY, notice, send } from "../../giving-notice.ts";
import { openService } from "../../service.ts";
import { openHolding, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

const block = { purpose: "answer", language: "de", title: "Dank", text: "Danke für den Hinweis." };

const save = (moderator: Moderator, words: object = {}) =>
  moderator.send("/desk/texts", Object.entries({ ...block, ...words }));

test("a moderator keeps a text block, changes it and deletes it", async () => {
  const service = await openService();
  const moderator = await signIn(service);
  const page = async () => (await moderator.get("/desk/texts")).text();
  expect(await page()).toContain("Noch gibt es keine eigenen Textbausteine.");
  expect((await save(moderator, { title: "  Dank\n" })).status).toBe(303);
  const [kept] = await service.store.textBlocks();
  const by = "desk@magazine.example";
  expect(kept).toMatchObject({ ...block, by, changed: service.clock.now });
  for (const part of ["Dank</h2>", "Danke für den Hinweis.", "Antworten", "Deutsch", by])
    expect(await page()).toContain(part);
  const { id = "" } = kept ?? {};
  const form = await (await moderator.get(`/desk/texts/${id}`)).text();
  for (const part of ['value="Dank"', "Danke für den Hinweis.</textarea>", `value="${id}"`])
    expect(form).toContain(part);
  service.clock.now += DAY / 4;
  await save(moderator, { id, title: "Thanks", language: "en", text: "Thank you.\r\n\r\nBye." });
  expect(await service.store.textBlocks()).toEqual([
    {
      id,
      purpose: "answer",
      language: "en",
      title: "Thanks",
      text: "Thank you.\n\nBye.",
      by,
      changed: service.clock.now,
    },
  ]);
  await moderator.send("/desk/texts", [["remove", id]]);
  expect(await service.store.textBlocks()).toEqual([]);
});

test.each([
  ["a title", { title: "\u200B" }, "title"],
  ["a shorter title", { title: "x".repeat(81) }, "title"],
  ["a text", { text: " " }, "text"],
  ["a shorter text", { text: "x".repeat(5001) }, "text"],
])("it needs %s, and what was written stays in the form", async (_, words, wrong) => {
  const service = await openService();
  const moderator = await signIn(service);
  const refused = await save(moderator, words);
  const page = await refused.text();
  expect([refused.status, page.includes(`aria-describedby="${wrong}-wrong"`)]).toEqual([422, true]);
  expect(page).toContain(wrong === "title" ? "Danke für den Hinweis." : 'value="Dank"');
  expect(await service.store.textBlocks()).toEqual([]);
});

test("what is no block is not changed, and nothing comes from elsewhere", async () => {
  const service = await openService();
  const moderator = await signIn(service);
  for (const words of [{ id: "x" }, { purpose: "x" }, { language: "fr" }])
    expect((await save(moderator, words)).status).toBe(404);
  expect((await moderator.get("/desk/texts/x")).status).toBe(404);
  const fields = Object.entries(block);
  const foreign = await moderator.send("/desk/texts", fields, { "Sec-Fetch-Site": "same-site" });
  expect(foreign.status).toBe(403);
  expect(await service.store.textBlocks()).toEqual([]);
});

test("blocks stand where they are for: the magazine's language first, the other one named", async () => {
  const service = await openHolding();
  const id = await write(service);
  const moderator = await signIn(service);
  await save(moderator, { title: "A thank", language: "en", text: "Thank you." });
  await save(moderator);
  await save(moderator, { purpose: "reason", title: "Ton", text: "Bitte ohne Beleidigung." });
  const titles = async (path: string) => {
    const page = await (await moderator.get(path)).text();
    const [, list = ""] = /<details class="blocks">(.*?)<\/details>/su.exec(page) ?? [];
    return [...list.matchAll(/<li>(.*?)<span data-text/gsu)].map(([, head = ""]) =>
      head.replace(/<[^>]*>/gu, "").trim(),
    );
  };
  expect(await titles(`/desk/comments/${id}/answer`)).toEqual(["Dank", "A thank Englisch"]);
  expect(await titles(`/desk/comments/${id}`)).toEqual(["Ton"]);
  await moderator.send("/desk/acts", [["one", `publish ${id}`]]);
  await send(service, "/notices", { comment: id, ...notice });
  const [given] = await service.store.notices(1);
  const reasons = await titles(`/desk/notices/${given?.id}`);
  // Ours stand in front of them.
  expect([reasons.length > 5, reasons.at(-1)]).toEqual([true, "Ton"]);
});
