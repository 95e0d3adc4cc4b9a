import { expect, test } from "vitest";
import { openReader } from "../../readers.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { openHolding, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

const by = "desk@magazine.example";
const note = (moderator: Moderator, id: string, text: string, about = "comment") =>
  moderator.send(`/desk/comments/${id}/notes`, [
    ["about", about],
    ["text", text],
  ]);

/** What stands as notes beside the comments of a list, by their texts. */
async function beside(moderator: Moderator, path: string): Promise<string[]> {
  const page = await (await moderator.get(path)).text();
  return [...page.matchAll(/<p class="note">(.*?)<\/p>/gsu)].map(([, words = ""]) =>
    words.replace(/<[^>]*>/gu, "").trim(),
  );
}

async function withTwo(): Promise<{ service: TestService; ids: string[]; moderator: Moderator }> {
  const service = await openService();
  const ids = [await write(service, { text: "Eins." }), await write(service, { text: "Zwei." })];
  return { service, ids, moderator: await signIn(service) };
}

test("a note stands beside its comment; one about the writer beside all from the address", async () => {
  const { service, ids, moderator } = await withTwo();
  await write(service, { text: "Drei.", email: "otto@mail.example", name: "Otto" });
  const [first = ""] = ids;
  expect((await note(moderator, first, "Nachgefragt, stimmt.")).headers.get("Location")).toBe(
    `/desk/comments/${first}#notes`,
  );
  service.clock.now += 1000;
  await note(moderator, first, "Schreibt für den <b>Verein</b>.", "writer");
  const writer = `Notiz zur Adresse von ${by}: Schreibt für den &lt;b&gt;Verein&lt;/b&gt;.`;
  const comment = `Notiz von ${by}: Nachgefragt, stimmt.`;
  expect(await beside(moderator, "/desk/?queue=published")).toEqual([writer, writer, comment]);
  const page = await (await moderator.get(`/desk/comments/${first}`)).text();
  for (const part of ["Dieser Kommentar", "Alles von dieser Adresse", "Nachgefragt, stimmt."])
    expect(page).toContain(part);
});

test("a note is deleted by any moderator", async () => {
  const service = await openService({ env: { MODERATORS: `${by}, b@x.example` } });
  const id = await write(service);
  await note(await signIn(service), id, "Hm.");
  const [kept] = await service.store.notes([id]);
  const other = await signIn(service, "b@x.example");
  await other.send(`/desk/comments/${id}/notes`, [["remove", kept?.id ?? ""]]);
  expect(await service.store.notes([id])).toEqual([]);
});

test.each([" \u200B", "x".repeat(1001)])("it needs words, and not too many", async (text) => {
  const service = await openService();
  const id = await write(service);
  const refused = await note(await signIn(service), id, text);
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('aria-describedby="note-wrong"'),
  ]);
  expect(await service.store.notes([id])).toEqual([]);
});

test("nothing is noted about what is not confirmed, not there, or gone", async () => {
  const service = await openHolding();
  const id = await write(service);
  const moderator = await signIn(service);
  await service.post({ text: "Unbestätigt.", email: "neu@mail.example" });
  const rows = await service.store.deskComments({
    what: { email: "neu@mail.example" },
    after: null,
    most: 1,
  });
  await service.store.erase(id);
  for (const wrong of [rows[0]?.id ?? "", id, "x", "0".repeat(32)])
    for (const about of ["comment", "writer"])
      expect((await note(moderator, wrong, "Hm.", about)).status).toBe(404);
  const page = await (await moderator.get(`/desk/comments/${id}`)).text();
  expect(page).not.toContain('id="note-text"');
});

test("it comes from the desk only", async () => {
  const { service, ids, moderator } = await withTwo();
  const path = `/desk/comments/${ids[0]}/notes`;
  const foreign = { "Sec-Fetch-Site": "cross-site" };
  expect((await moderator.send(path, [["text", "x"]], foreign)).status).toBe(403);
  expect(await service.store.notes(ids)).toEqual([]);
});

test("whom it is about gets it with the export of the own data, and nobody else; who wrote it stays with us", async () => {
  const { service, ids, moderator } = await withTwo();
  const [first = ""] = ids;
  await note(moderator, first, "Nachgefragt.");
  service.clock.now += 1000;
  await note(moderator, first, "Fragt oft nach.", "writer");
  const at = new Date(service.clock.now).toISOString();
  const exportOf = async (email: string) =>
    (await (await openReader(service, email)).call("GET", "/me/export")).text();
  const own = await exportOf("petra@mail.example");
  expect((JSON.parse(own) as { notes: unknown }).notes).toEqual([
    { comment: first, text: "Nachgefragt.", createdAt: expect.any(String) as string },
    { comment: null, text: "Fragt oft nach.", createdAt: at },
  ]);
  expect(own).not.toContain(by);
  expect(JSON.parse(await exportOf("otto@mail.example"))).toMatchObject({ notes: [] });
  expect(await (await openReader(service)).me()).not.toHaveProperty("notes");
  expect(JSON.stringify(await service.thread())).not.toMatch(/Nachgefragt|Fragt oft/u);
});

test("it goes with what it is about", async () => {
  const { service, ids, moderator } = await withTwo();
  const [first = "", second = ""] = ids;
  await note(moderator, first, "Nachgefragt.");
  await note(moderator, second, "Fragt oft nach.", "writer");
  await (await openReader(service)).erase(first);
  expect((await service.store.notes(ids)).map(({ text }) => text)).toEqual(["Fragt oft nach."]);
  await (await openReader(service)).call("DELETE", "/me", { texts: "keep" });
  expect(await service.store.notes(ids)).toEqual([]);
  expect(await service.store.notesAbout("petra@mail.example")).toEqual([]);
});
