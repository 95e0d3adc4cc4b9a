import { expect, test } from "vitest";
import { moderate } from "../../../../comments-service/acts/moderate.ts";
import { openService } from "../../service.ts";
import { openHolding, report, signIn, write } from "./moderator.ts";

test("whoever's comment was held is told what became of it, with the reason, unless it was spam", async () => {
  const service = await openHolding();
  const decisions = [
    ["anna@mail.example", "publish"],
    ["ben@mail.example", "reject", "offtopic"],
    ["clara@mail.example", "reject", "spam"],
  ] as const;
  const moderator = await signIn(service);
  for (const [email, act, reason = ""] of decisions) {
    const id = await write(service, { email, text: `Von ${email}` });
    service.clock.now += 1000;
    await moderator.send("/desk/acts", [["one", `${act} ${id} ${reason}`]]);
  }
  const entries = await service.store.record({}, 99);
  expect(entries.filter(({ who }) => who !== "checks").map(({ act, why }) => [act, why])).toEqual([
    ["reject", "spam"],
    ["reject", "offtopic"],
    ["publish", ""],
  ]);
  const told = async (address: string) =>
    (await service.letters()).filter(
      ({ to, text }) => to === address && !text.includes("/confirm?"),
    );
  expect(await told("anna@mail.example")).toMatchObject([
    { text: expect.stringMatching(/\/comments\/[0-9a-f]{32}/u) },
  ]);
  expect(await told("ben@mail.example")).toMatchObject([
    { text: expect.stringContaining("mit dem Artikel nichts zu tun") },
  ]);
  expect(await told("clara@mail.example")).toEqual([]);
});

test("whoever's published comment is hidden for a reason is told so, unless it is spam", async () => {
  const service = await openService();
  const ids = [
    await write(service, { text: "Erstens." }),
    await write(service, { text: "Zweitens." }),
  ];
  const moderator = await signIn(service);
  await moderator.send("/desk/acts", [["one", `hide ${ids[0]} insult`]]);
  await moderator.send("/desk/acts", [["one", `hide ${ids[1]} spam`]]);
  const told = (await service.letters()).filter(({ subject }) => subject.includes("entfernt"));
  expect(told).toHaveLength(1);
  expect(told[0]?.to).toBe("petra@mail.example");
  for (const part of ["> Erstens.", "beleidigend", "Ein Mensch hat entschieden", "Gerichten"])
    expect(told[0]?.text).toContain(part);
});

test.each([
  [0, "Wir sind bei der Durchsicht der Kommentare darauf gestoßen."],
  [1, "Leserinnen oder Leser haben den Kommentar gemeldet."],
])(
  "the letter about a removal says how the house came to it (%i reports)",
  async (count, cause) => {
    const service = await openService();
    const id = await write(service);
    const other = await write(service, { text: "Etwas anderes." });
    await report(service, count === 0 ? other : id);
    const moderator = await signIn(service);
    await moderator.send("/desk/acts", [["one", `hide ${id} insult`]]);
    const letters = await service.letters();
    expect(letters.find(({ subject }) => subject.includes("entfernt"))?.text).toContain(cause);
  },
);

test.each(["hide", "erase"] as const)(
  "nobody is told of a removal for which no reason goes out (%s)",
  async (act) => {
    const service = await openService();
    const comment = await write(service);
    const by = "desk@magazine.example";
    const reason = act === "hide" ? null : "insult";
    const decision = { act, comment, by, reason, note: "", lastEditRead: null } as const;
    expect(await moderate(service.service, decision)).toBe(true);
    expect((await service.letters()).filter(({ text }) => !text.includes("/confirm?"))).toEqual([]);
  },
);
