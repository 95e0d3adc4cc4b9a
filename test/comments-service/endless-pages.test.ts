import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openService } from "./service.ts";

const HOUR = 3_600_000;
const many = [{ per: HOUR, most: 1000 }];
const limits = { comment: { sender: many, thread: many, site: many } };

test("nobody can push the page that everybody reads out of the cache", async () => {
  const service = await openService({ limits });
  const text = "\u3042".repeat(5000);
  for (let i = 0; i < 20; i += 1)
    await service.publish({ text: `${i} ${text.slice(10)}`, email: `r${i}@mail.example` });
  await service.thread();
  let made = 0;
  const real = { ...service.store };
  service.store.heads = (...asked) => {
    made += 1;
    return real.heads(...asked);
  };
  for (let i = 0; i < 120; i += 1) await service.thread("flur", `?before=${1 + i}`);
  const all = made;
  expect(all).toBeGreaterThan(1);
  for (let i = 0; i < 120; i += 1) await service.thread("flur", `?before=${1 + i}`);
  await service.thread();
  expect(made).toBe(all);
});

test("the page of a number is kept as the page that it is, whichever of its numbers is asked for", async () => {
  const service = await openService({ limits });
  for (const replyTo of [undefined, undefined, 1, undefined, 1])
    await service.publish({ replyTo, email: `r${service.clock.now}@mail.example` });
  let made = 0;
  const real = { ...service.store };
  service.store.heads = (...asked) => {
    made += 1;
    return real.heads(...asked);
  };
  const etags = new Set<string | null>();
  for (const query of ["before=2", "at=1", "at=3", "at=5"])
    etags.add((await service.ask(`/threads/flur?${query}`)).headers.get("ETag"));
  expect([made, etags.size]).toEqual([1, 1]);
  for (const query of ["", "order=oldest", "at=6", "order=oldest&at=1", "order=oldest&at=9"])
    await service.thread("flur", `?${query}`);
  // Both ends are kept apart from what is asked for by a number.
  expect(made).toBe(4);
});

test("a conversation takes five hundred replies and not more; the thread goes on", async () => {
  const service = await openService({ limits });
  await service.publish();
  const raw = new DatabaseSync(service.databasePath);
  const reply = (number: number) =>
    raw.exec(`INSERT INTO comment (id, thread, state, number, reply_to, conversation, name, email, text, wording, asked_at)
      VALUES ('reply ${number}', 'flur', 'published', ${number}, 1, 1, 'N', 'n@mail.example', 'Ja', 'x', 1)`);
  for (let number = 2; number <= 500; number += 1) reply(number);
  expect((await service.post({ replyTo: 1 })).status).toBe(202);
  reply(501);
  raw.close();
  for (const replyTo of [1, 300]) {
    const answer = await service.post({ replyTo });
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { title: "This conversation takes no more replies" },
    ]);
  }
  expect((await service.post()).status).toBe(202);
});
