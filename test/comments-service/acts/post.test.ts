import { expect, test } from "vitest";
import { post } from "../../../comments-service/acts/post.ts";
import { HOUR } from "../../../comments-service/domain/times.ts";
import { fillThread, talkOf } from "../fill-thread.ts";
import { comment, openService } from "../service.ts";
import type { TestService } from "../service.ts";

test("a conversation of five hundred replies takes no other, and the one beside it does", async () => {
  const service = await openService();
  await service.thread();
  fillThread(service.databasePath, "flur", talkOf(2, 0).concat(talkOf(1, 499).slice(1)));
  const senders = await service.service.senders("192.0.2.1");
  const answer = async (replyTo: number) => {
    const input = { ...comment, replyTo, challenge: await service.challenge() };
    const asked = { thread: "flur", input, reader: comment.email, senders };
    const posted = await post(service.service, asked);
    return "refused" in posted ? posted : posted.state;
  };
  expect(await answer(1)).toBe("published");
  for (const replyTo of [1, 501, 502])
    expect(await answer(replyTo)).toEqual({ refused: "closed", what: "conversation" });
  expect(await answer(2)).toBe("published");
});

/** Posts as a guest, or as a signed-in reader. @returns what became of it. */
async function writer(service: TestService) {
  const senders = await service.service.senders("192.0.2.1");
  return async (reader: string | null) => {
    const input = { ...comment, challenge: await service.challenge() };
    return post(service.service, { thread: "flur", input, reader, senders });
  };
}

test("the share of an account is its owner's: what guests write under the address takes nothing of it", async () => {
  const account = [{ per: HOUR, most: 1 }];
  const limits = { comment: { sender: [], thread: [], site: [], account } };
  const write = await writer(await openService({ limits }));
  for (let times = 0; times < 2; times += 1)
    expect(await write(null)).toEqual({ state: "unconfirmed" });
  expect(await write(comment.email)).toMatchObject({ state: "published" });
  expect(await write("Petra+x@mail.example")).toMatchObject({ refused: "busy" });
  expect(await write("jens@mail.example")).toMatchObject({ state: "published" });
});

test("guests are told when much is on its way, and each sender has a share that refuses", async () => {
  const rate = (most: number) => [{ per: HOUR, most }];
  const limits = { comment: { sender: rate(2), thread: [], site: rate(1) } };
  const write = await writer(await openService({ limits }));
  expect(await write(null)).toEqual({ state: "unconfirmed" });
  expect(await write(null)).toEqual({ state: "unconfirmed", late: true });
  expect(await write(null)).toMatchObject({ refused: "busy" });
});
