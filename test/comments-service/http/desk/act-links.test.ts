import { describe, expect, test } from "vitest";
import { hashOfToken } from "../../../../comments-service/domain/token.ts";
import { justBefore } from "../../just-before.ts";
import { openReader } from "../../readers.ts";
import { dump } from "../../rows.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { openHolding, own, queue, write } from "./moderator.ts";

const act = (service: TestService, link: string, fields: object = {}, headers: object = own) =>
  service.ask("/act", {
    method: "POST",
    headers: { ...headers } as Record<string, string>,
    body: new URLSearchParams({ token: new URL(link).searchParams.get("token") ?? "", ...fields }),
  });

async function report(service: TestService, id: string): Promise<void> {
  const body = { reason: "insult", challenge: await service.challenge({ action: "report" }) };
  expect((await service.send(`/comments/${id}/reports`, body)).status).toBe(202);
}

/** The links of the last letter to this moderator, by their order: publish, reject, erase or hide, keep, erase. */
async function links(service: TestService, to = "desk@magazine.example"): Promise<string[]> {
  const letter = (await service.letters()).find((each) => each.to === to);
  const all = [...(letter?.text ?? "").matchAll(/^https:\S+\/act\?token=\S+$/gmu)];
  expect(all).toHaveLength(3);
  return all.map(([link]) => link);
}

test("a link opens a page with one button, and looking changes nothing", async () => {
  const service = await openHolding();
  await write(service, { text: "Ein <b>Satz</b>." });
  for (const link of await links(service))
    for (const method of ["GET", "HEAD", "GET"]) {
      const page = await service.ask(link, { method });
      expect([page.status, page.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
      const text = await page.text();
      expect(text.match(/<button/gu)?.length ?? 0).toBe(method === "GET" ? 1 : 0);
    }
  expect(await queue(service, "held")).toHaveLength(1);
});

test("each link does its own act to its own comment, once", async () => {
  const service = await openHolding();
  const first = await write(service, { text: "Erstens." });
  const [publish = "", reject = ""] = await links(service);
  const second = await write(service, { text: "Zweitens." });
  const answer = await act(service, publish, { comment: second, act: "erase" });
  expect([answer.status, await answer.text()]).toEqual([
    200,
    expect.stringContaining("veröffentlicht"),
  ]);
  expect((await queue(service, "published")).map(({ id }) => id)).toEqual([first]);
  service.clock.now += 1000;
  for (const link of [publish, reject]) {
    const late = await act(service, link, { reason: "insult" });
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining("Schon entschieden"),
    ]);
  }
  expect((await queue(service, "published")).map(({ id }) => id)).toEqual([first]);
  expect(await service.store.record({ subject: first }, 9)).toMatchObject([
    { who: "desk@magazine.example", act: "publish" },
    { who: "checks", act: "hold" },
  ]);
});

test("a link shows the words anew when they were edited after its page was opened", async () => {
  const service = await openHolding();
  const id = await write(service, { text: "Ein harmloser Satz." });
  const [publish = ""] = await links(service);
  const reader = await openReader(service);
  service.clock.now += 1000;
  await reader.edit(id, "Kauft Pillen!");
  const answer = await act(service, publish);
  const page = await answer.text();
  expect([answer.status, page]).toEqual([409, expect.stringContaining("inzwischen bearbeitet")]);
  expect(page).toContain("Kauft Pillen!");
  expect(await queue(service, "held")).toHaveLength(1);
  const seen = /name="seen" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  expect(await (await service.ask(publish)).text()).toContain(seen);
  expect((await act(service, publish, { seen })).status).toBe(200);
  expect(await queue(service, "published")).toHaveLength(1);
});

test("what one moderator has decided, the others' links leave alone", async () => {
  const service = await openHolding({ env: { MODERATORS: "a@x.example, b@x.example" } });
  const id = await write(service);
  const [, reject = ""] = await links(service, "a@x.example");
  const [publish = ""] = await links(service, "b@x.example");
  expect((await act(service, reject, { reason: "insult" })).status).toBe(200);
  expect((await act(service, publish)).status).toBe(409);
  expect(await service.store.comment(id)).toMatchObject({ state: "rejected" });
});

describe.each(["comment", "moderate"] as const)(
  "of two links that are used at once, one acts (before the store's `%s`)",
  (asked) => {
    test.each([
      ["held", 0, 1],
      ["held", 0, 2],
      ["held", 2, 2],
      ["reported", 1, 0],
      ["reported", 1, 1],
      ["reported", 0, 2],
    ])("%s: the link %i, and %i in between", async (what, late, early) => {
      const service = what === "held" ? await openHolding() : await openService();
      const id = await write(service);
      if (what === "reported") await report(service, id);
      const all = await links(service);
      const use = async (index: number) => {
        const answer = await act(service, all[index] ?? "", { reason: "insult" });
        return answer.status;
      };
      const statuses: number[] = [];
      justBefore(service, asked, async () => statuses.push(await use(early)));
      statuses.push(await use(late));
      expect(statuses).toEqual([200, 409]);
      const record = await service.store.record({ subject: id }, 9);
      expect(record.filter(({ who }) => who === "desk@magazine.example")).toHaveLength(1);
    });
  },
);

test.each([
  ["held", 0, "publish", ""],
  ["held", 1, "reject", "insult"],
  ["held", 2, "erase", ""],
  ["reported", 0, "hide", "insult"],
  ["reported", 1, "keep", ""],
])(
  "the record has the reason of a removal, and none of what removes nothing (%s %i %s)",
  async (what, index, name, why) => {
    const service = what === "held" ? await openHolding() : await openService();
    const id = await write(service);
    if (what === "reported") await report(service, id);
    const link = (await links(service))[index] ?? "";
    expect((await act(service, link, { reason: "insult" })).status).toBe(200);
    expect(await service.store.record({ subject: id }, 1)).toMatchObject([{ act: name, why }]);
  },
);

describe("a link finds nothing to do", () => {
  const pills = { name: "pills", holds: ({ text }: { text: string }) => text.includes("Pillen") };

  test("when the writer has given the comment words that are held: what hides has nothing to hide", async () => {
    const service = await openService({ checks: [pills] });
    const id = await write(service);
    await report(service, id);
    const [hide = ""] = await links(service);
    const reader = await openReader(service);
    service.clock.now += 1000;
    expect((await reader.edit(id, "Kauft Pillen!")).status).toBe(200);
    expect((await act(service, hide, { reason: "insult" })).status).toBe(409);
    expect(await service.store.comment(id)).toMatchObject({ state: "held" });
  });

  test("when the writer has erased what never appeared", async () => {
    const service = await openHolding();
    const id = await write(service);
    const [publish = ""] = await links(service);
    expect((await (await openReader(service)).erase(id)).status).toBe(204);
    expect((await act(service, publish)).status).toBe(409);
    expect(await service.thread()).toMatchObject({ comments: [] });
  });
});

test("a link works for seven days, and only as long as its reader is a moderator", async () => {
  const service = await openHolding();
  const id = await write(service);
  const [publish = ""] = await links(service);
  const { settings } = service.service;
  const { moderators } = settings;
  settings.moderators = ["other@x.example"];
  expect((await act(service, publish)).status).toBe(404);
  settings.moderators = moderators;
  service.clock.now += 7 * 86_400_000;
  expect((await act(service, publish)).status).toBe(410);
  service.clock.now -= 1;
  expect((await act(service, publish)).status).toBe(200);
  expect(await service.store.comment(id)).toMatchObject({ state: "published" });
});

test("no other token acts, and a link's token proves nothing else", async () => {
  const service = await openHolding();
  await write(service);
  const letters = await service.letters();
  const confirm = letters
    .map(({ text }) => /\/confirm\?token=(\S+)/u.exec(text)?.[1])
    .find(Boolean);
  const [publish = ""] = await links(service);
  const token = new URL(publish).searchParams.get("token") ?? "";
  for (const wrong of [confirm ?? "", "", "x", "0".repeat(64), "' OR 1=1 --"])
    expect((await act(service, `https://x/?token=${encodeURIComponent(wrong)}`)).status).toBe(404);
  expect((await service.confirm(token)).status).toBe(404);
  const cookie = { headers: { Cookie: `__Host-desk=${token}` } };
  expect((await service.ask("/desk/", cookie)).status).toBe(303);
  expect(await queue(service, "held")).toHaveLength(1);
});

test.each([{ "Sec-Fetch-Site": "cross-site" }, { Origin: "https://evil.example" }, {}])(
  "the button is taken from the service's own page only: %j",
  async (headers) => {
    const service = await openHolding();
    await write(service);
    const [publish = ""] = await links(service);
    expect((await act(service, publish, {}, headers)).status).toBe(403);
    expect(await queue(service, "held")).toHaveLength(1);
  },
);

test("the tokens are kept as hashes only", async () => {
  const service = await openHolding();
  await write(service);
  // The links are made when the letter is written out.
  const all = await links(service);
  const stored = await dump(service.database);
  for (const link of all) {
    const token = new URL(link).searchParams.get("token") ?? "";
    expect(stored).toContain(hashOfToken("act", token));
    expect(stored).not.toContain(token);
  }
});
