import { expect, test } from "vitest";
import { createApp } from "../../comments-service/http/app.ts";
import { opener } from "../../comments-service/acts/tell-desk.ts";
import { createIds } from "../../comments-service/domain/ids.ts";
import { sendDueLetters } from "../../comments-service/mail/outbox.ts";
import { createService } from "../../comments-service/acts/service.ts";
import type { Challenge } from "../../comments-service/wire.ts";
import { comment, openService, secret } from "./service.ts";
import type { TestService } from "./service.ts";
import { solve } from "./solve.ts";

const newer = "a newer secret that nobody can guess either";

/** The same database and magazine under other secrets, as after a new start with another SECRET. */
function restart({ store, settings, clock }: TestService, [newest, ...older]: string[]) {
  const service = createService({
    store,
    settings,
    ids: createIds(() => clock.now),
    secret: newest ?? "",
    olderSecrets: older,
    clock: () => clock.now,
    log: () => {},
    difficulty: {
      cost: 1,
      least: 1,
      most: 3,
    },
  });
  const app = createApp(service);
  const ask = async (path: string, init?: RequestInit) =>
    app.request(new URL(path, settings.serviceUrl).href, init, { peer: "192.0.2.1" });
  return {
    ask,
    post: (challenge: string) =>
      ask("/threads/flur/comments", {
        method: "POST",
        headers: { Origin: settings.site.origin, "Content-Type": "application/json" },
        body: JSON.stringify({ ...comment, challenge }),
      }),
    async send() {
      const sent: string[] = [];
      await sendDueLetters({
        store,
        mail: {
          send: async ({ to }) => {
            sent.push(to);
            return { state: "sent" };
          },
          close: async () => {},
        },
        open: opener(service),
        clock: () => clock.now,
        log: () => {},
      });
      return sent;
    },
  };
}

test("what was signed, mailed and closed under the older secret is good after the change", async () => {
  const service = await openService();
  await service.post();
  const token = await service.token();
  const challenge = await service.challenge();
  const changed = restart(service, [newer, secret]);
  expect((await changed.post(challenge)).status).toBe(202);
  expect(await changed.send()).toEqual([comment.email, comment.email]);
  expect((await changed.ask(`/confirm?token=${token}`)).status).toBe(200);
});

test("new things are made under the newest secret alone", async () => {
  const service = await openService();
  await service.thread();
  const changed = restart(service, [newer, secret]);
  const fresh = (await (await changed.ask("/challenge?thread=flur")).json()) as Challenge;
  const challenge = await solve(fresh);
  expect((await restart(service, [secret]).post(challenge)).status).toBe(422);
  expect((await restart(service, [newer]).post(challenge)).status).toBe(202);
  expect(await restart(service, [secret]).send()).toEqual([]);
});

test("when the older one is taken away, what was made under it is no longer good", async () => {
  const service = await openService();
  await service.post();
  const challenge = await service.challenge();
  const changed = restart(service, [newer]);
  expect((await changed.post(challenge)).status).toBe(422);
  expect(await changed.send()).toEqual([]);
});
