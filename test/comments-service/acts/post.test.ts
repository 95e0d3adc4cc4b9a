import { expect, test } from "vitest";
import { post } from "../../../comments-service/acts/post.ts";
import { fillThread, talkOf } from "../fill-thread.ts";
import { comment, openService } from "../service.ts";

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
