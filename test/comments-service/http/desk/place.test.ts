import { expect, test } from "vitest";
import { openHolding, queue, signIn, write } from "./moderator.ts";

const held = async (count: number) => {
  const service = await openHolding({
    env: { MODERATORS: "desk@magazine.example,wiebke@magazine.example" },
  });
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1)
    ids.push(
      await write(service, {
        name: `Leser ${nth}`,
        email: `l${nth}@mail.example`,
        text: `Satz ${nth}.`,
      }),
    );
  return { service, ids };
};

test("an act in a list leads to the comment behind it, or the last one before", async () => {
  const { service, ids } = await held(3);
  const moderator = await signIn(service);
  const act = async (one: string, shown: readonly string[]) => {
    const fields: [string, string][] = [
      ["one", one],
      ["shown", shown.join(" ")],
      ["back", "/desk/"],
    ];
    return (await moderator.send("/desk/acts", fields)).headers.get("Location")?.split("#")[1];
  };
  expect(await act(`publish ${ids[1]}`, ids)).toBe(`c-${ids[2]}`);
  expect(await act(`publish ${ids[2]}`, [ids[0] ?? "", ids[2] ?? ""])).toBe(`c-${ids[0]}`);
  expect(await act(`publish ${ids[0]}`, [ids[0] ?? ""])).toBeUndefined();
});

test("an act on a comment's own page leads to the next one of its queue, and to the list behind the last", async () => {
  const { service, ids } = await held(2);
  const moderator = await signIn(service);
  for (const [id, leadsTo] of [
    [ids[0], `/desk/comments/${ids[1]}`],
    [ids[1], "/desk/"],
  ] as const) {
    const page = await (await moderator.get(`/desk/comments/${id}`)).text();
    expect(page).toContain('name="queue" value="held"');
    const fields: [string, string][] = [
      ["one", `publish ${id}`],
      ["queue", "held"],
      ["back", `/desk/comments/${id}`],
    ];
    expect((await moderator.send("/desk/acts", fields)).headers.get("Location")).toMatch(
      new RegExp(`^${leadsTo}\\?`, "u"),
    );
  }
});

test("what a colleague has decided is shown as decided, with whom, and new ones are told of", async () => {
  const { service, ids } = await held(2);
  const [moderator, colleague] = [
    await signIn(service),
    await signIn(service, "wiebke@magazine.example"),
  ];
  const since = String(service.clock.now);
  await colleague.send("/desk/acts", [["one", `reject ${ids[0]} advertising`]]);
  await write(service, { email: "new@mail.example", text: "Neu." });
  const page = await moderator.page("/desk/acts", [
    ["one", `publish ${ids[0]}`],
    ["began", since],
    ["shown", ids.join(" ")],
    ["read", since],
    ["back", "/desk/"],
  ]);
  expect(page).toMatch(
    /<li class="decided">.*Kommentar von Leser 0<\/b>: Schon entschieden: abgelehnt, wiebke@magazine\.example, <time.*\(Werbung\)/u,
  );
  expect(page).not.toContain("Es gab nichts zu tun");
  expect(page).toContain("1 neue zu prüfen");
  const count = await moderator.get(`/desk/new?since=${since}`);
  expect([await count.text(), count.headers.get("Cache-Control")]).toEqual(["1", "no-store"]);
  const own = await (await moderator.get(`/desk/comments/${ids[1]}`)).text();
  const read = /name="read" value="(\d+)"/u.exec(own)?.[1] ?? "";
  await colleague.send("/desk/acts", [["one", `publish ${ids[1]}`]]);
  const after = await moderator.page("/desk/acts", [
    ["one", `hide ${ids[1]} insult`],
    ["read", read],
    ["queue", "held"],
    ["back", `/desk/comments/${ids[1]}`],
  ]);
  expect(after).toMatch(
    /Leser 1<\/b>: Schon entschieden: veröffentlicht, wiebke@magazine\.example/u,
  );
});

test("a colleague's decision is taken back for one comment alone, and leads to it", async () => {
  const { service, ids } = await held(3);
  const [moderator, colleague] = [
    await signIn(service),
    await signIn(service, "wiebke@magazine.example"),
  ];
  const read = String(service.clock.now);
  const both: [string, string][] = [ids[0], ids[1]].map((id) => ["id", id ?? ""]);
  await colleague.send("/desk/acts", [["act", "publish"], ...both]);
  const page = await moderator.page("/desk/acts", [
    ["one", `publish ${ids[1]}`],
    ["shown", ids.join(" ")],
    ["read", read],
    ["back", "/desk/"],
  ]);
  const batch = /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  expect(batch).toMatch(new RegExp(` ${ids[1]}$`, "u"));
  const undone = await moderator.send("/desk/undo", [
    ["batch", batch],
    ["back", "/desk/"],
  ]);
  expect(undone.headers.get("Location")).toMatch(
    new RegExp(`^/desk/\\?done=\\w+&place=above-${ids[1]}#c-${ids[1]}$`, "u"),
  );
  expect((await queue(service, "held")).map(({ id }) => id)).toEqual([ids[1], ids[2]]);
});

test("single keys are switched off and on in a browser of one's own, and the desk leads to the magazine", async () => {
  const { service } = await held(1);
  const moderator = await signIn(service);
  const answer = await moderator.send("/desk/keys", [
    ["on", "no"],
    ["back", "/desk/"],
  ]);
  const cookie = answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const page = await (
    await service.ask("/desk/", { headers: { Cookie: `${moderator.cookie}; ${cookie}` } })
  ).text();
  expect(page).toContain("Tastenkürzel sind aus.");
  const usual = await (await moderator.get("/desk/")).text();
  expect(usual).toContain("Tastenkürzel sind an.");
  expect(usual).toMatch(/<a href="http[^"]+">Zum Magazin<\/a>/u);
});

test.each([
  ["de", "Postausgang", "Diese E-Mails bleiben auf diesem Rechner."],
  ["en", "Outbox", "These letters stay on this machine."],
])("the outbox speaks the magazine's language: %s", async (language, title, sentence) => {
  const env = { SERVICE_URL: "http://localhost:8788", MAIL_URL: "outbox:" };
  const service = await openHolding({ language, env });
  await write(service);
  const page = await (await service.outbox()).text();
  expect(page).toContain(`<h1>${title}</h1>`);
  expect(page).toContain(sentence);
});
