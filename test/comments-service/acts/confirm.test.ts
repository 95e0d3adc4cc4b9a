import { expect, test } from "vitest";
import { confirm, confirmAgain, confirmationOf } from "../../../comments-service/acts/confirm.ts";
import { HOUR } from "../../../comments-service/domain/times.ts";
import { comment, openService, tokenOf } from "../service.ts";

test("an address that has had its share of comments is told when its link works again; it does then", async () => {
  const account = [{ per: HOUR, most: 1 }];
  const { service, clock, ...reader } = await openService({
    limits: { comment: { sender: [], thread: [], site: [], account } },
  });
  for (const text of ["Eins.", "Zwei."]) await reader.post({ text });
  const [one = "", two = ""] = (await reader.letters()).map(tokenOf);
  const use = (token: string) => confirm(service, { token, network: "n" });
  expect(await use(one)).toMatchObject({ state: "published" });
  const seconds = (HOUR - (clock.now % HOUR)) / 1000;
  expect(await use(two)).toEqual({ refused: "busy", seconds });
  expect(await confirmationOf(service, two)).toMatchObject({ state: "ask" });
  clock.now += seconds * 1000;
  expect(await use(two)).toMatchObject({ state: "published" });
});

test("another letter carries the words and the wish of the first, and its link works until the comment would go", async () => {
  const { service, clock, ...reader } = await openService();
  const challenge = await reader.challenge();
  await reader.post({ challenge, notify: "thread" });
  const senders = await service.senders("192.0.2.1");
  const askedAt = clock.now;
  clock.now += 60 * HOUR;
  for (const wrong of ["", "x", await reader.challenge()])
    await confirmAgain(service, { challenge: wrong, senders });
  expect(await reader.letters()).toHaveLength(1);
  await confirmAgain(service, { challenge, senders });
  const [again, first] = await reader.letters();
  expect(again?.expires).toBe(askedAt + 72 * HOUR);
  for (const part of [comment.text, "wenn unter dem Artikel ein neuer Kommentar steht"])
    expect([again?.text, first?.text]).toEqual([
      expect.stringContaining(part),
      expect.stringContaining(part),
    ]);
  expect((await reader.confirm(tokenOf(first))).status).toBe(410);
  expect((await reader.confirm(tokenOf(again))).status).toBe(200);
});
