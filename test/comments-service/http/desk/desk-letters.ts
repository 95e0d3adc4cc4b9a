import { expect } from "vitest";
import { opener } from "../../../../comments-service/acts/tell-desk.ts";
import { sendDueLetters } from "../../../../comments-service/mail/outbox.ts";
import type { Delivery, PostedLetter } from "../../../../comments-service/mail/mail.ts";
import type { TestService } from "../../service.ts";
import { own } from "./moderator.ts";

/** Sends what is due, as the loop does. @returns the letters to moderators. */
export async function send(
  service: TestService,
  delivery: Delivery = { state: "sent" },
): Promise<PostedLetter[]> {
  const sent: PostedLetter[] = [];
  const { store, clock } = service;
  const mail = {
    async send(letter: PostedLetter) {
      sent.push(letter);
      return delivery;
    },
    close: async () => {},
  };
  const options = { store, mail, open: opener(service.service), clock: () => clock.now };
  while ((await sendDueLetters({ ...options, log: service.service.log })) > 0);
  return sent.filter(({ to }) => service.settings.moderators.includes(to));
}

/** Writes comments that are held, each under an address of its own. */
export async function hold(
  service: TestService,
  count: number,
  name = "Nummer",
): Promise<string[]> {
  const ids = [];
  for (let i = 0; i < count; i += 1) {
    const peer = `198.51.${Math.floor(i / 200)}.${i % 200}`;
    await service.publish(
      {
        text: `${name} ${i}.`,
        email: `${name}.${i}@mail${i % 7}.example`.toLowerCase().replaceAll(/[^a-z0-9.@]/gu, ""),
      },
      { peer },
    );
    const [newest] = await service.store.deskComments({
      what: { words: "" },
      after: null,
      most: 1,
    });
    ids.push(newest?.id ?? "");
    service.clock.now += 1000;
  }
  return ids;
}

export async function report(service: TestService, id: string, peer: string): Promise<void> {
  const challenge = await service.challenge({ action: "report" });
  const body = { reason: "insult", message: `Von ${peer}.`, challenge };
  expect((await service.send(`/comments/${id}/reports`, body, { peer })).status).toBe(202);
}

export async function notice(service: TestService, comment: string, reason: string): Promise<void> {
  const fields = { comment, reason, name: "Renate", email: "renate@mail.example", faith: "yes" };
  const init = { method: "POST", headers: own, body: new URLSearchParams(fields) };
  expect((await service.ask("/notices", init, "203.0.113.7")).status).toBe(200);
}

export const unlimited = { comment: { sender: [], thread: [], site: [] } };
