import { describe, expect, test } from "vitest";
import { checks } from "../../../../comments-service/domain/checks/checks.ts";
import { DAY, decided, withComment } from "../../giving-notice.ts";
import { openService, start } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { thread } from "../../site.ts";
import { openHolding, report, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

/** The rows of the record's table, each as what stands in its cells, in words. */
async function rows(moderator: Moderator, query = ""): Promise<string[][]> {
  const page = await (await moderator.get(`/desk/record${query}`)).text();
  return [...page.matchAll(/<tr role="row"><td.*?<\/tr>/gsu)].map(([row]) =>
    row
      .split("</td>")
      .slice(1, -1)
      .map((cell) =>
        cell
          .replace(/<[^>]*>/gu, "")
          .replace(/\s+/gu, " ")
          .trim(),
      ),
  );
}

async function lines(moderator: Moderator, query = ""): Promise<Record<string, unknown>[]> {
  const answer = await moderator.get(`/desk/record.ndjson${query}`);
  expect(answer.headers.get("Content-Type")).toBe("application/x-ndjson; charset=utf-8");
  const text = await answer.text();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const acts = async (service: TestService, moderator: Moderator, one: string) => {
  service.clock.now += 60_000;
  await moderator.send("/desk/acts", [["one", one]]);
};

test("it says who did what with which comment of which article, how its text begins, and why", async () => {
  const suspect = checks.filter(({ name }) => name === "suspect-words");
  const service = await openService({ checks: suspect, env: { SUSPECT_WORDS: "gratis" } });
  const first = await write(service, { text: "Ein Satz,\nder weitergeht." });
  const held = await write(service, { text: `Alles gratis! ${"Und noch ein Wort. ".repeat(20)}` });
  const moderator = await signIn(service);
  await acts(service, moderator, `hide ${first} insult`);
  await acts(service, moderator, `reject ${held} advertising`);
  const by = "desk@magazine.example";
  const long = expect.stringMatching(/^„Alles gratis! .{60,80}Wort\.? …“/u);
  expect(await rows(moderator)).toEqual([
    [by, "abgelehnt", "Über flur", expect.stringContaining("Grund: Werbung")],
    [by, "verborgen", "Über flur, [1]", "„Ein Satz, der weitergeht.“ Grund: Beleidigung"],
    ["Prüfregeln", "zur Prüfung angehalten", "Über flur", long],
  ]);
  const page = await (await moderator.get("/desk/record")).text();
  expect(page).toContain(`<a href="/desk/comments/${first}" dir="auto">Über flur, [1]</a>`);
});

test("of what reports have hidden it says how many, of a decision on a notice the grounds", async () => {
  const { service, id } = await withComment();
  const notice = await decided(service, id, "removed");
  const other = await write(service, { text: "Etwas anderes." });
  const moderator = await signIn(service);
  service.settings.reportsToHide = 1;
  await report(service, other);
  const by = "desk@magazine.example";
  const words = "„Sie sind ein Wicht.“ Grund:";
  expect(await rows(moderator)).toEqual([
    ["Meldungen", "verborgen", "Über flur, [2]", "„Etwas anderes.“ Grund: 1 Meldung"],
    [by, "verborgen", "Über flur, [1]", `${words} Rechtswidrig`],
    [
      by,
      "über eine Meldung entschieden",
      "Über flur, [1]",
      `${words} Das Wort ist eine Herabsetzung.`,
    ],
  ]);
  expect(await (await moderator.get("/desk/record")).text()).toContain(`/desk/notices/${notice}`);
});

test("what was taken back says so; of what was erased no word is left", async () => {
  const service = await openService();
  const id = await write(service, { text: "Weg damit." });
  const moderator = await signIn(service);
  await acts(service, moderator, `hide ${id} spam`);
  const [entry] = await service.store.record({}, 1);
  service.clock.now += 1000;
  await moderator.send("/desk/undo", [["batch", entry?.batch ?? ""]]);
  expect((await rows(moderator)).map((row) => row[1])).toEqual([
    "rückgängig gemacht",
    "verborgen zurückgenommen",
  ]);
  await moderator.send("/desk/acts", [
    ["id", id],
    ["act", "erase"],
    ["sure", "yes"],
  ]);
  const page = await (await moderator.get("/desk/record")).text();
  expect(page).not.toContain("Weg damit.");
  expect((await rows(moderator)).map((row) => row[2])).toEqual(Array(3).fill("Über flur, [1]"));
});

test("switches and blocks lead to what they are about", async () => {
  const service = await openService();
  await service.thread();
  const moderator = await signIn(service);
  for (const [path, field, value] of [
    ["/desk/threads", "thread", "flur"],
    ["/desk/threads", "x", ""],
    ["/desk/blocks", "value", "spam.example"],
  ] as const) {
    service.clock.now += 1000;
    await moderator.send(path, [
      ["act", "close"],
      [field, value],
    ]);
  }
  expect((await rows(moderator)).map((row) => row.slice(1, 3))).toEqual([
    ["gesperrt", "Sperren"],
    ["geschlossen", "alle Artikel"],
    ["geschlossen", "Über flur"],
  ]);
});

describe("it is looked through", () => {
  async function filled(): Promise<{ service: TestService; moderator: Moderator }> {
    const service = await openHolding({
      threads: [thread("flur"), thread("regen", { title: "Über den REGEN" })],
    });
    const one = await write(service, { text: "Eins." });
    service.clock.now += DAY;
    await service.publish({ text: "Zwei." }, { thread: "regen" });
    service.clock.now += DAY;
    const moderator = await signIn(service);
    await acts(service, moderator, `publish ${one}`);
    return { service, moderator };
  }

  const day = (after: number) => new Date(start + after * DAY).toISOString().slice(0, 10);

  test.each([
    ["by whom", "?who=checks", ["hold regen", "hold flur"]],
    ["by what", "?act=publish", ["publish flur"]],
    ["by the article's id", "?article=flur", ["publish flur", "hold flur"]],
    ["by words of its title", "?article=regen", ["hold regen"]],
    ["by the first day", `?since=${day(1)}`, ["publish flur", "hold regen"]],
    ["by the last day", `?until=${day(1)}`, ["hold regen", "hold flur"]],
    ["by both", `?since=${day(1)}&until=${day(1)}`, ["hold regen"]],
    ["by all at once", `?who=checks&act=hold&article=flur&since=${day(0)}`, ["hold flur"]],
    [
      "by nothing",
      "?who=&act=&article=&since=&until=",
      ["publish flur", "hold regen", "hold flur"],
    ],
    [
      "by days that are none",
      "?since=2090-02-31&until=x",
      ["publish flur", "hold regen", "hold flur"],
    ],
    ["by what nobody did", "?act=nothing", []],
    ["by what is no name", "?who='+OR+1=1--", []],
  ])("%s", async (_, query, expected) => {
    const { moderator } = await filled();
    const found = await lines(moderator, query);
    const said = found.map(
      ({ act, article }) => `${String(act)} ${(article as { id: string }).id}`,
    );
    expect(said).toEqual(expected);
    expect(await rows(moderator, query)).toHaveLength(expected.length);
  });

  test("and keeps in its fields what it was asked for", async () => {
    const { moderator } = await filled();
    const page = await (
      await moderator.get(`/desk/record?who=checks&article=%22flur&since=${day(0)}`)
    ).text();
    expect(page).toContain('<option value="checks" selected>Prüfregeln</option>');
    expect(page).toContain('value="&quot;flur"');
    expect(page).toContain(`name="since" value="${day(0)}"`);
    expect(page).toContain("Dazu steht nichts im Protokoll.");
    expect(page).toContain(`href="/desk/record.ndjson?who=checks&amp;article=%22flur&amp;since=`);
    expect(page).toContain('<a href="/desk/record">Filter aufheben</a>');
  });
});

test("it is paged, and the file has all of it, a line an entry", async () => {
  const service = await openService();
  await service.thread();
  const moderator = await signIn(service);
  for (let i = 0; i < 120; i += 1) {
    // Some stand in the same millisecond.
    service.clock.now += i % 3 === 0 ? 1000 : 0;
    await service.store.switchThread(
      {
        id: `e${i}`,
        batch: `e${i}`,
        by: "x",
        why: "",
        act: i % 2 === 0 ? "close" : "open",
        thread: "flur",
      },
      service.clock.now,
    );
  }
  const page = await (await moderator.get("/desk/record?who=x")).text();
  const older = /href="([^"]+after=[^"]+)"/u.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(older).toMatch(/^\/desk\/record\?who=x&after=/u);
  expect(await rows(moderator, "?who=x")).toHaveLength(100);
  expect(await rows(moderator, older.slice("/desk/record".length))).toHaveLength(20);
  const all = await lines(moderator);
  expect(new Set(all.map(({ id }) => id)).size).toBe(120);
  expect(all.at(-1)).toEqual({
    at: new Date(start + 1000).toISOString(),
    who: "x",
    act: "close",
    article: { id: "flur", url: `${service.site.url}vertrieb/flur/`, title: "Über flur" },
    comment: null,
    number: null,
    text: "",
    reason: "",
    was: "0",
    became: "1",
    undone: false,
    subject: "thread flur",
    batch: "e0",
    id: "e0",
  });
});

test("the file is for moderators only, and named after the day", async () => {
  const service = await openService();
  await service.thread();
  const answer = await service.ask("/desk/record.ndjson");
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    303,
    "/desk/sign-in?next=%2Fdesk%2Frecord.ndjson",
  ]);
  const file = await (await signIn(service)).get("/desk/record.ndjson");
  expect(file.headers.get("Content-Disposition")).toBe(
    'attachment; filename="record-2090-10-23.ndjson"',
  );
  expect(file.headers.get("Cache-Control")).toBe("no-store");
  expect(await file.text()).toBe("");
});
