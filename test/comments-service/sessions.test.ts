import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../../comments-service/domain/times.ts";
import type { Session, SessionAsked } from "../../comments-service/wire.ts";
import { askAt, networkOf } from "./asking.ts";
import { rowsOf } from "./rows.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { codeIn, signIn } from "./readers.ts";

const email = "petra@mail.example";

async function begin(service: TestService, address = email): Promise<string> {
  const answer = await service.send("/sessions", { email: address });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as SessionAsked).attempt;
}

const verify = (service: TestService, attempt: string, code: string) =>
  service.send("/sessions/verify", { attempt, code });

const me = (service: TestService, token: string) =>
  service.ask("/me", { headers: { Authorization: `Bearer ${token}` } });

describe("signing in", () => {
  test("takes a mailed code of eight digits and answers with a token that proves the address", async () => {
    const service = await openService();
    await service.thread();
    const attempt = await begin(service);
    expect(attempt).toMatch(/^[0-9a-f]{32}$/u);
    const [letter] = await service.letters();
    expect(letter).toMatchObject({ to: email, expires: service.clock.now + 10 * MINUTE });
    expect(letter?.subject).toMatch(/^\d{4} \d{4} ist Ihr Code für „Die Spalte“$/u);

    const answer = await verify(service, attempt, ` ${codeIn(letter)} `);
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([201, "no-store"]);
    const session = (await answer.json()) as Session;
    expect(session).toMatchObject({
      email,
      expires: new Date(service.clock.now + 30 * DAY).toISOString(),
    });
    expect(session.token).toMatch(/^[0-9a-f]{64}$/u);
    expect((await me(service, session.token)).status).toBe(200);
  });

  test("keeps neither code nor token, only hashes", async () => {
    const service = await openService();
    const attempt = await begin(service);
    const code = codeIn((await service.letters())[0]);
    const { token } = (await (await verify(service, attempt, code)).json()) as Session;
    const kept = JSON.stringify([
      await rowsOf(service.database, "attempt"),
      await rowsOf(service.database, "session"),
      await rowsOf(service.database, "letter"),
    ]);
    for (const word of [attempt, code.replace(" ", ""), token]) expect(kept).not.toContain(word);
    expect(kept).toContain(email);
  });

  test("answers the same for known, unknown and served addresses", async () => {
    const service = await openService();
    await service.publish({ email });
    const answerFor = async (address: string) => {
      const answer = await service.send("/sessions", { email: address });
      const { attempt } = (await answer.json()) as SessionAsked;
      return [answer.status, [...answer.headers], attempt.length];
    };
    const known = await answerFor(email);
    expect(await answerFor("nobody@mail.example")).toEqual(known);
    for (let i = 0; i < 20; i += 1) await askAt(service, "/sessions", email, networkOf(i));
    expect(await answerFor(email)).toEqual(known);
  });

  test("tells addresses apart that only look alike", async () => {
    const service = await openService();
    for (const address of ["\u212Aai@mail.example", "e\u017Fther@mail.example"])
      expect((await service.send("/sessions", { email: address })).status).toBe(422);
    expect(await service.letters()).toEqual([]);
  });

  test("refuses what is no address", async () => {
    const service = await openService();
    const answer = await service.send("/sessions", { email: "petra" });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ field: "email", reason: "invalid" }] });
  });
});

describe("a code", () => {
  test("works only with its own attempt, so that a stranger can neither guess nor burn it", async () => {
    const service = await openService();
    const mine = await begin(service);
    const code = codeIn((await service.letters())[0]);
    const theirs = await begin(service);
    for (let tries = 0; tries < 9; tries += 1)
      expect((await verify(service, theirs, code)).status).toBe(422);
    expect((await verify(service, "0".repeat(32), code)).status).toBe(422);
    expect((await verify(service, mine, code)).status).toBe(201);
  });

  test("takes five tries", async () => {
    const service = await openService();
    const attempt = await begin(service);
    const code = codeIn((await service.letters())[0]);
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await verify(service, attempt, "99999999");
      expect(await wrong.json()).toMatchObject({ errors: [{ field: "code", reason: "invalid" }] });
    }
    expect((await verify(service, attempt, code)).status).toBe(422);

    const another = await begin(service);
    const fresh = codeIn((await service.letters())[0]);
    for (let tries = 0; tries < 4; tries += 1) await verify(service, another, "99999999");
    expect((await verify(service, another, fresh)).status).toBe(201);
  });

  test("opens one session, also for two who send it at once", async () => {
    const service = await openService();
    const attempt = await begin(service);
    const code = codeIn((await service.letters())[0]);
    const answers = await Promise.all([
      verify(service, attempt, code),
      verify(service, attempt, code),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 422]));
    expect((await verify(service, attempt, code)).status).toBe(422);
  });

  test("works for ten minutes", async () => {
    const service = await openService();
    const attempt = await begin(service);
    const code = codeIn((await service.letters())[0]);
    service.clock.now += 10 * MINUTE;
    expect((await verify(service, attempt, code)).status).toBe(422);
  });

  test("is capped for each address and day, and for each sender", async () => {
    const service = await openService();
    const ask = (address: string, peer: string) =>
      service.send("/sessions", { email: address }, { peer });
    for (let sender = 0; sender < 12; sender += 1)
      expect((await ask("Petra+x@mail.example", networkOf(sender))).status).toBe(202);
    expect(await service.letters()).toHaveLength(8);

    const statuses = [];
    for (let count = 0; count < 7; count += 1)
      statuses.push((await ask(`reader${count}@mail.example`, "203.0.113.9")).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429]);
    const refused = await ask("late@mail.example", "203.0.113.9");
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  });

  test("is not kept from everybody by one who has many networks", async () => {
    const service = await openService();
    const ask = (count: number, peer: string) =>
      service.send("/sessions", { email: `reader${count}@mail.example` }, { peer });
    const statuses = [];
    for (let net = 0; net < 60; net += 1)
      statuses.push((await ask(net, `2001:db8:1:${net.toString(16)}::1`)).status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(18);
    expect((await ask(99, "2001:db8:2::1")).status).toBe(202);
  });
});

describe("a session", () => {
  test("ends everywhere its token was copied to when one of them signs out", async () => {
    const service = await openService();
    const token = await signIn(service, email);
    const copies = () => Promise.all([me(service, token), me(service, token)]);
    expect((await copies()).map(({ status }) => status)).toEqual([200, 200]);
    const bye = await service.ask("/sessions", {
      method: "DELETE",
      headers: { Origin: service.site.origin, Authorization: `Bearer ${token}` },
    });
    expect(bye.status).toBe(204);
    const [answer] = await copies();
    expect([answer?.status, answer?.headers.get("WWW-Authenticate")]).toEqual([401, "Bearer"]);
  });

  test("ends after thirty days", async () => {
    const service = await openService();
    const token = await signIn(service, email);
    service.clock.now += 30 * DAY;
    expect((await me(service, token)).status).toBe(401);
  });

  test("is nothing that a confirmation's token, another purpose or a made-up token could open", async () => {
    const service = await openService();
    const token = await signIn(service, email);
    await service.post();
    const confirm = await service.token();
    for (const wrong of [confirm, "f".repeat(64), "", `${token}0`])
      expect((await me(service, wrong)).status).toBe(401);
    expect((await service.ask(`/mine?token=${token}`)).status).toBe(404);
    expect((await service.confirm(token)).status).toBe(404);
  });

  test("cannot be begun, used or ended from another site", async () => {
    const service = await openService();
    const token = await signIn(service, email);
    const headers = { Origin: "https://evil.example", Authorization: `Bearer ${token}` };
    for (const [method, path] of [
      ["POST", "/sessions"],
      ["POST", "/sessions/verify"],
      ["DELETE", "/sessions"],
      ["DELETE", "/me"],
    ] as const)
      expect((await service.ask(path, { method, headers })).status).toBe(403);
    const read = await service.ask("/me", { headers });
    expect(read.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(
      (await service.send("/sessions", "email=x", { headers: { "Content-Type": "text/plain" } }))
        .status,
    ).toBe(415);
  });
});
