import { expect, test } from "vitest";
import { checks } from "../../../../comments-service/domain/checks/checks.ts";
import { notice, objectionIn, send, to } from "../../giving-notice.ts";
import { cleaningTimes } from "../../../../comments-service/domain/retention.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { report, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

const MINUTE = 60_000;

/** The figures of the file that are not zero. */
async function figures(moderator: Moderator, query = ""): Promise<Record<string, string>> {
  const answer = await moderator.get(`/desk/numbers.csv${query}`);
  const [, ...lines] = (await answer.text()).trimEnd().split("\r\n");
  const all = lines.map((line) => line.split(","));
  return Object.fromEntries(
    all.map(([, , , name = "", value = ""]) => [name, value]).filter(([, value]) => value !== "0"),
  );
}

/** Moves the clock on and presses one button. */
async function act(service: TestService, moderator: Moderator, one: string, later: number) {
  service.clock.now += later;
  await moderator.send("/desk/acts", [["one", one]]);
}

/** A year in which a bit of everything happened. */
async function filled() {
  const suspect = checks.filter(({ name }) => ["suspect-words", "links"].includes(name));
  const service = await openService({
    checks: suspect,
    env: { SUSPECT_WORDS: "gratis", REPORTS_TO_HIDE: "1" },
  });
  const moderator = await signIn(service);
  // Held: one published after two minutes, one rejected after four, for two reasons.
  const good = await write(service, { text: "Der Eintritt ist gratis." });
  await act(service, moderator, `publish ${good}`, 2 * MINUTE);
  const bad = await write(service, {
    text: "Gratis: https://a.example https://b.example https://c.example",
  });
  await act(service, moderator, `reject ${bad} advertising`, 4 * MINUTE);
  // Reported: hidden at once; one comes back after ten minutes, one is rejected after twenty.
  for (const [later, decision] of [
    [10, "publish"],
    [20, "reject"],
  ] as const) {
    const id = await write(service, { text: `Gemeldet, ${later}.` });
    await report(service, id);
    await act(service, moderator, `${decision} ${id} insult`, later * MINUTE);
  }
  // Found by the editors themselves; and once more, taken back.
  const off = await write(service, { text: "Ganz woanders." });
  await act(service, moderator, `hide ${off} offtopic`, MINUTE);
  const back = await write(service, { text: "Doch nicht." });
  await act(service, moderator, `hide ${back} spam`, MINUTE);
  const [entry] = await service.store.record({}, 1);
  service.clock.now += MINUTE;
  await moderator.send("/desk/undo", [["batch", entry?.batch ?? ""]]);
  // A notice, removed after an hour; the writer objects, and is right after half an hour.
  await send(service, "/notices", { comment: back, ...notice });
  const [given] = await service.store.notices(1);
  const decide = async (decision: string, later: number) => {
    service.clock.now += later * MINUTE;
    await moderator.send(`/desk/notices/${given?.id}`, [
      ["decision", decision],
      ["grounds", "Darum."],
    ]);
  };
  await decide("removed", 60);
  const [letter] = await to(service, "petra@mail.example");
  const token = objectionIn(letter?.text);
  await send(service, "/objections", { token, text: "Nein." });
  await decide("kept", 30);
  await moderator.send("/desk/blocks", [["value", "spam.example"]]);
  return { service, moderator };
}

const year = {
  comments: "6",
  appeared: "5",
  held: "2",
  reports: "2",
  notices: "1",
  removed: "4",
  blocks: "1",
  "removed.insult": "1",
  "removed.offtopic": "1",
  "removed.advertising": "1",
  "removed.illegal": "1",
  "decided.person.publish": "3",
  "decided.person.reject": "2",
  "decided.person.hide": "2",
  "decided.automatic.hold": "2",
  "decided.automatic.hide": "2",
  "source.checks": "1",
  "source.reports": "1",
  "source.notice": "1",
  "source.own": "1",
  "ground.law": "1",
  "ground.rules": "3",
  "held.suspect-words": "2",
  "held.links": "1",
  "reported.insult": "2",
  "noticed.given": "1",
  "noticed.removed": "1",
  "objected.writer": "1",
  "objected.overturned": "1",
  "wait.held": `${3 * 60}`,
  "wait.reported": `${15 * 60}`,
  "wait.noticed": `${60 * 60}`,
  "wait.objected": `${30 * 60}`,
  "wait.all": `${10 * 60}`,
};

test("a year is counted: what came, what was decided, by whom, why, and how long it took", async () => {
  const { moderator } = await filled();
  expect(await figures(moderator)).toEqual(year);
});

test("it stays what it was when reports and notices have had their time", async () => {
  const { service } = await filled();
  service.clock.now = Date.UTC(2092, 5, 1);
  while (await service.store.clean(cleaningTimes(service.clock.now), 50));
  const moderator = await signIn(service);
  expect(await figures(moderator, "?year=2090")).toEqual(year);
});

test("a year begins and ends by the magazine's clock, and the years beside it are linked", async () => {
  const service = await openService();
  // Ten minutes before midnight in Berlin, and ten after it.
  for (const minutes of [-10, 10]) {
    service.clock.now = Date.UTC(2090, 11, 31, 23) + (minutes - 1) * MINUTE;
    await write(service, { text: `Um ${minutes}.` });
  }
  const moderator = await signIn(service);
  expect((await figures(moderator)).comments).toBe("1");
  expect((await figures(moderator, "?year=2090")).comments).toBe("1");
  for (const none of ["2089", "2092", "x", "'"])
    expect(await figures(moderator, `?year=${none}`)).toEqual(await figures(moderator));
  const page = await (await moderator.get("/desk/numbers")).text();
  expect(page).toContain("Das Jahr 2091 in Zahlen");
  expect(page).toContain('<a href="/desk/numbers?year=2090">2090</a>');
  expect(page).toContain("1.1. bis 1.1.");
});

test("the page has the figures, shares and times in words, and bars as attributes of a drawing", async () => {
  const { moderator } = await filled();
  const page = await (await moderator.get("/desk/numbers")).text();
  const words = page.replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ");
  for (const part of [
    "Kommentare 6",
    "zur Prüfung angehalten 2 33,3 %",
    "Beleidigung 1",
    "Von der Redaktion veröffentlicht 3",
    "Gemeldete Kommentare 15 Min.",
    "Meldungen nach Artikel 16 1 Std.",
  ])
    expect(words).toContain(part);
  expect(page).toContain('<rect width="150" height="12"/>');
  expect(page).not.toMatch(/ style=/u);
});

test("the file is CSV with a head, in the words of the magazine's language, for moderators only", async () => {
  const service = await openService({ language: "en" });
  await service.thread();
  const answer = await (await signIn(service)).get("/desk/numbers.csv");
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="numbers-2090.csv"');
  const [head, ...lines] = (await answer.text()).split("\r\n");
  expect(head).toBe("year,from,until,figure,value,unit,meaning");
  const days = "2090,2090-01-01,2090-10-23";
  expect(lines[0]).toBe(`${days},comments,0,count,Comments`);
  expect(lines).toContain(`${days},removed.spam,0,count,"Rejected or removed, by reason: Spam"`);
  expect(lines).toContain(`${days},wait.held,,seconds,Time to decision (median): Held comments`);
  expect((await service.ask("/desk/numbers.csv")).status).toBe(303);
});
