import { describe, expect, test } from "vitest";
import { signIn } from "./http/desk/moderator.ts";
import { openReader } from "./readers.ts";
import { rowsOf } from "./rows.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

/** A service with three comments, the third an answer to the second, and a moderator. */
async function openThree() {
  const service = await openService();
  await service.publish({ text: "Eins" });
  await service.publish({ text: "Zwei" });
  await service.publish({ text: "Drei", replyTo: 2 });
  const moderator = await signIn(service);
  const { comments } = await service.thread();
  const idOf = (number: number) => comments.find((each) => each.number === number)?.id ?? "";
  const recommend = (number: number, act = "recommend") =>
    moderator.page("/desk/recommendations", [
      [act, idOf(number)],
      ["back", `/desk/comments/${idOf(number)}`],
    ]);
  const act = (what: string, number: number, reason = "") =>
    moderator.page("/desk/acts", [
      ["one", `${what} ${idOf(number)} ${reason}`],
      ["sure", "yes"],
      ["back", "/desk/"],
    ]);
  const undo = (page: string) =>
    moderator.send("/desk/undo", [
      ["batch", /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? ""],
    ]);
  return { service, moderator, idOf, recommend, act, undo };
}

async function shown(service: TestService, query = "") {
  const { recommended, comments } = await service.thread("flur", query);
  return [recommended, comments.filter((each) => each.recommended).map(({ number }) => number)];
}

describe("a comment that a moderator recommends", () => {
  test("says so in the thread, which can be read with nothing else", async () => {
    const { service, recommend } = await openThree();
    expect(await shown(service)).toEqual([0, []]);
    const page = await recommend(3);
    expect(page).toContain("Als Redaktionsempfehlung gezeigt.");
    expect(page).toContain('<span class="mark outlined">Redaktionsempfehlung</span>');
    expect(page).toContain("Nicht mehr empfehlen");
    await recommend(1);
    expect(await shown(service)).toEqual([2, [3, 1]]);
    const only = await service.thread("flur", "?order=recommended&limit=1");
    expect(only).toMatchObject({ count: 3, recommended: 2, next: null, folded: [] });
    expect(only.comments.map(({ number, replyTo }) => [number, replyTo])).toEqual([
      [3, 2],
      [1, null],
    ]);
    expect((await service.thread("flur", "?order=recommended&before=3")).comments).toHaveLength(1);
  });

  test("no longer does when that is taken back, by an act or by undoing; the record says all of it", async () => {
    const { service, moderator, idOf, recommend, undo } = await openThree();
    await recommend(1);
    const page = await recommend(1, "unrecommend");
    expect(page).toContain("Nicht mehr empfohlen.");
    expect(await shown(service)).toEqual([0, []]);
    await undo(page);
    expect(await shown(service)).toEqual([1, [1]]);
    await undo(await recommend(2));
    expect(await shown(service)).toEqual([1, [1]]);
    const record = await service.store.record({ subject: idOf(1) }, 10);
    expect(record.map(({ act, was, became, who }) => [act, was, became, who])).toEqual([
      ["undo", "0", "1", "desk@magazine.example"],
      ["unrecommend", "1", "0", "desk@magazine.example"],
      ["recommend", "0", "1", "desk@magazine.example"],
    ]);
    expect(await (await moderator.get("/desk/record")).text()).toContain("empfohlen");
  });

  test("is recommended once, and settles no report", async () => {
    const { service, idOf, recommend } = await openThree();
    const challenge = await service.challenge({ action: "report" });
    await service.send(`/comments/${idOf(1)}/reports`, { reason: "spam", challenge });
    await recommend(1);
    expect(await recommend(1)).toContain("Nichts geändert");
    expect(await service.store.reports([idOf(1)])).toHaveLength(1);
  });

  test("shows nothing of it while it is hidden or rejected, and does again when that is taken back", async () => {
    const { service, recommend, act, undo } = await openThree();
    await recommend(1);
    const hidden = await act("hide", 1, "insult");
    expect(await shown(service)).toEqual([0, []]);
    expect(await shown(service, "?order=recommended")).toEqual([0, []]);
    await undo(hidden);
    expect(await shown(service)).toEqual([1, [1]]);
    await act("hide", 1, "insult");
    await act("reject", 1, "insult");
    expect(await shown(service)).toEqual([0, []]);
  });

  test("has to be published, and is recommended no more once it is erased", async () => {
    const { service, idOf, recommend, act } = await openThree();
    await recommend(1);
    await act("erase", 1);
    expect(await shown(service)).toEqual([0, []]);
    expect(await recommend(1)).toContain("Nichts geändert");
    const rows = await rowsOf(service.database, "comment");
    expect(rows.find(({ id }) => id === idOf(1))?.recommended_at).toBeNull();
    await act("hide", 2, "insult");
    expect(await recommend(2)).toContain("Nichts geändert");
    expect((await rowsOf(service.database, "comment")).map((row) => row.recommended_at)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("is recommended no more once its writer has given it other words, and never by who has not read them", async () => {
    const service = await openService();
    const petra = await openReader(service);
    await petra.post();
    const [{ id } = { id: "" }] = (await service.thread()).comments;
    const moderator = await signIn(service);
    const recommend = (seen: string) =>
      moderator.page("/desk/recommendations", [
        ["recommend", id],
        ["seen", seen],
        ["back", "/desk/"],
      ]);
    await recommend("");
    expect(await shown(service)).toEqual([1, [1]]);
    const exported = async () => (await petra.call("GET", "/me/export")).json();
    expect(await exported()).toMatchObject({ comments: [{ id, recommended: true }] });
    service.clock.now += 1000;
    expect((await petra.edit(id, "Ganz anders.")).status).toBe(200);
    expect(await shown(service)).toEqual([0, []]);
    expect(await exported()).toMatchObject({ comments: [{ id, recommended: false }] });
    expect(await recommend("")).toContain("Nichts geändert");
    await recommend(`${id} ${service.clock.now}`);
    expect(await shown(service)).toEqual([1, [1]]);
  });
});
