import { describe, expect, test } from "vitest";
import { moderate } from "../../../../comments-service/acts/moderate.ts";
import { openReader } from "../../readers.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { openHolding, own, queue, report, signIn, write } from "./moderator.ts";

const withReason = (id: string): [string, string][] => [
  ["id", id],
  ["act", "reject"],
  ["reason", "insult"],
  ["note", "Bitte ohne das dritte Wort."],
  ["back", "/desk/"],
];

test("a held comment stands in the queue with its reasons, and is published by one button", async () => {
  const service = await openHolding();
  const id = await write(service, { name: "Ida", text: "Ein Satz." });
  const moderator = await signIn(service);
  const page = await (await moderator.get("/desk/")).text();
  for (const part of [
    "Ida",
    "Ein Satz.",
    "petra@mail.example",
    "alle Kommentare werden erst geprüft",
  ])
    expect(page).toContain(part);
  expect(page).toContain(`<button type="submit" name="one" value="publish ${id}"`);
  const after = await moderator.page("/desk/acts", [
    ["one", `publish ${id}`],
    ["back", "/desk/?queue=published"],
  ]);
  expect(after).toContain('<b dir="auto">[1] von Ida</b> veröffentlicht.');
  expect((await service.thread()).comments).toMatchObject([{ number: 1, name: "Ida" }]);
});

describe("words that were edited after the moderator has read them", () => {
  async function edited(service: TestService): Promise<string> {
    const id = await write(service, { text: "Ein harmloser Satz." });
    const reader = await openReader(service);
    service.clock.now += 1000;
    expect((await reader.edit(id, "Kauft Pillen!")).status).toBe(200);
    return id;
  }

  test.each(["one", "many"])("are not published with it, as %s", async (how) => {
    const service = await openHolding();
    const moderator = await signIn(service);
    const id = await edited(service);
    const fields = (page: string): [string, string][] => [
      ...(how === "one"
        ? ([["one", `publish ${id}`]] as [string, string][])
        : ([
            ["id", id],
            ["act", "publish"],
          ] as [string, string][])),
      ...[...page.matchAll(/name="seen" value="([^"]+)"/gu)].map(([, seen]): [string, string] => [
        "seen",
        seen ?? "",
      ]),
      ["back", "/desk/"],
    ];
    const after = await moderator.page("/desk/acts", fields(""));
    expect(after).toContain("lesen Sie bitte noch einmal");
    expect(after).toContain("Kauft Pillen!");
    expect((await service.thread()).count).toBe(0);
    expect(await queue(service, "held")).toHaveLength(1);
    // Who has read them decides on them.
    for (const path of ["/desk/", `/desk/comments/${id}`])
      expect(fields(await (await moderator.get(path)).text())).toEqual(fields(after));
    await moderator.page("/desk/acts", fields(after));
    expect((await service.thread()).count).toBe(1);
  });

  test("are removed all the same", async () => {
    const service = await openHolding();
    const moderator = await signIn(service);
    const id = await edited(service);
    await moderator.send("/desk/acts", [["one", `reject ${id} advertising`]]);
    expect((await service.store.comment(id))?.state).toBe("rejected");
  });

  test("are not let stand with it, either: the report about them waits", async () => {
    const service = await openService();
    const id = await write(service, { text: "Ein harmloser Satz." });
    const reader = await openReader(service);
    const moderator = await signIn(service);
    await report(service, id);
    service.clock.now += 1000;
    expect((await reader.edit(id, "Kauft Pillen!")).status).toBe(200);
    const after = await moderator.page("/desk/acts", [
      ["one", `keep ${id}`],
      ["back", "/desk/?queue=reported"],
    ]);
    expect(after).toContain("lesen Sie bitte noch einmal");
    expect(await queue(service, "reported")).toMatchObject([{ id, reports: 1 }]);
  });

  test("are published by who acts on whatever stands there", async () => {
    const service = await openHolding();
    const id = await edited(service);
    const decision = { act: "publish", comment: id, by: "desk@magazine.example" } as const;
    const whatever = { reason: null, note: "", lastEditRead: null };
    expect(await moderate(service.service, { ...decision, ...whatever })).toBe(true);
    expect((await service.thread()).comments).toMatchObject([{ text: "Kauft Pillen!" }]);
  });
});

test("a rejection needs a reason, which the record keeps", async () => {
  const service = await openHolding();
  const id = await write(service);
  const moderator = await signIn(service);
  expect((await moderator.send("/desk/acts", [["one", `reject ${id}`]])).status).toBe(404);
  expect(await queue(service, "held")).toHaveLength(1);
  await moderator.send("/desk/acts", withReason(id));
  expect(await queue(service, "rejected")).toMatchObject([{ id, state: "rejected" }]);
  const [entry] = await service.store.record({ subject: id }, 1);
  expect(entry).toMatchObject({
    who: "desk@magazine.example",
    act: "reject",
    was: "held",
    became: "rejected",
    why: "insult: Bitte ohne das dritte Wort.",
    at: service.clock.now,
  });
  expect(await (await moderator.get("/desk/record")).text()).toContain(
    "Beleidigung: Bitte ohne das dritte Wort.",
  );
});

test("erasing asks once more, leaves the number alone, and cannot be undone", async () => {
  const service = await openService();
  const id = await write(service, { name: "Ida", text: "Weg damit." });
  const moderator = await signIn(service);
  const asked = await moderator.send("/desk/acts", [["one", `erase ${id}`]]);
  expect([asked.status, await asked.text()]).toEqual([
    200,
    expect.stringContaining("Endgültig löschen?"),
  ]);
  expect((await service.thread()).count).toBe(1);
  const other = await write(service, {
    name: "Ole",
    text: `Auch <b>das</b>\n${"Wort ".repeat(30)}`,
  });
  const both: [string, string][] = [
    ["id", id],
    ["id", other],
    ["act", "erase"],
  ];
  const question = await (await moderator.send("/desk/acts", both)).text();
  const parts = [
    "<h1>2 Kommentare endgültig löschen?</h1>",
    "Name, Adresse und Text von 2 Kommentaren werden",
    '[1] von Ida</strong> <span dir="auto">Über flur<',
    "„Weg damit.“",
    "[2] von Ole</strong>",
    `„Auch &lt;b&gt;das&lt;/b&gt; ${"Wort ".repeat(14)}…“`,
    ">2 Kommentare endgültig löschen</button>",
  ];
  expect(parts.filter((part) => !question.includes(part))).toEqual([]);
  const page = await moderator.page("/desk/acts", [
    ["id", id],
    ["act", "erase"],
    ["sure", "yes"],
    ["back", "/desk/record"],
  ]);
  expect(page).toMatch(/<b dir="auto">(?:Kommentar|\[\d+\])<\/b> gelöscht\./u);
  expect(page).not.toContain('data-act="undo"><');
  expect(await service.store.comment(id)).toMatchObject({
    state: "erased",
    name: "",
    email: "",
    text: "",
  });
  expect((await service.thread()).comments).toMatchObject([
    { number: 2, state: "published" },
    { number: 1, state: "erased" },
  ]);
});

describe("every write looks at where it comes from", () => {
  const writes = ["acts", "undo", "threads", "blocks", "sign-out", "sign-in", "code"];
  test.each(writes)("/desk/%s", async (path) => {
    const service = await openHolding();
    const id = await write(service);
    const moderator = await signIn(service);
    const fields: [string, string][] = [["one", `publish ${id}`]];
    for (const headers of [
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "", Origin: "https://evil.example" },
      { Origin: "https://evil.example" },
      { Origin: service.site.origin },
      {},
    ]) {
      const answer = await service.ask(`/desk/${path}`, {
        method: "POST",
        headers: { Cookie: moderator.cookie, ...headers } as Record<string, string>,
        body: new URLSearchParams(fields),
      });
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
    expect(await queue(service, "held")).toHaveLength(1);
    expect((await moderator.get("/desk/")).status).toBe(200);
  });

  test("and is nothing without a session", async () => {
    const service = await openHolding();
    const id = await write(service);
    const body = new URLSearchParams({ one: `publish ${id}` });
    const answer = await service.ask("/desk/acts", { method: "POST", headers: own, body });
    expect([answer.status, answer.headers.get("Location")?.split("?")[0]]).toEqual([
      303,
      "/desk/sign-in",
    ]);
    expect(await queue(service, "held")).toHaveLength(1);
  });

  test("looking changes nothing", async () => {
    const service = await openHolding();
    const id = await write(service);
    const moderator = await signIn(service);
    const before = await service.store.record({}, 99);
    for (const path of [
      "/desk/",
      "/desk/?queue=reported",
      `/desk/acts?one=publish+${id}`,
      `/desk/comments/${id}`,
      `/desk/comments/${id}/history`,
      "/desk/threads/flur",
      "/desk/undo?batch=x",
      "/desk/search?q=Petra",
    ])
      for (const method of ["GET", "HEAD"])
        await service.ask(path, { method, headers: { Cookie: moderator.cookie } });
    expect(await service.store.record({}, 99)).toEqual(before);
    expect(await queue(service, "held")).toHaveLength(1);
  });
});

test("an act on what is not there, or not in a state for it, does nothing and says so", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  for (const one of [`publish ${id}`, `reject ${id} spam`, `keep ${"0".repeat(32)}`, "hide ' spam"])
    expect(
      await moderator.page("/desk/acts", [
        ["one", one],
        ["back", "/desk/"],
      ]),
    ).toContain("Nichts geändert: Es war kein Kommentar ausgewählt");
  expect((await moderator.send("/desk/acts", [["one", `promote ${id}`]])).status).toBe(404);
  expect((await service.thread()).count).toBe(1);
  const decision = { by: "desk@magazine.example", reason: null, note: "", lastEditRead: null };
  for (const comment of [id, "0".repeat(32)])
    expect(await moderate(service.service, { act: "publish", comment, ...decision })).toBe(false);
});
