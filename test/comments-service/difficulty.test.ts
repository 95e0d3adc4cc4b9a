import { expect, test } from "vitest";
import type { Challenge } from "../../comments-service/wire.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const MINUTE = 60_000;

/** What a sender has to work for now, in rounds; the tests' base is one. */
async function costFor(
  service: TestService,
  peer: string,
  query = "thread=flur",
): Promise<unknown> {
  const answer = await service.ask(`/challenge?${query}`, {}, peer);
  return ((await answer.json()) as Challenge).challenge.parameters["cost"];
}

test("a sender who posts much works more, nobody else does, and it falls again", async () => {
  const service = await openService();
  const costs = [];
  for (let n = 0; n < 9; n += 1) {
    costs.push(await costFor(service, "192.0.2.1"));
    expect((await service.post({ email: `r${n}@mail.example` })).status).toBe(202);
  }
  expect(costs).toEqual([1, 1, 1, 2, 2, 4, 4, 4, 8]);
  expect(await costFor(service, "192.0.2.2")).toBe(1);
  expect(await costFor(service, "192.0.2.1", "thread=flur&action=report")).toBe(1);
  service.clock.now += 10 * MINUTE;
  expect(await costFor(service, "192.0.2.1")).toBe(1);
});

test("a site under attack asks more of everybody, and less when it is over", async () => {
  const site = [{ per: 60 * MINUTE, most: 8 }];
  const service = await openService({ limits: { comment: { sender: [], thread: [], site } } });
  for (let n = 0; n < 6; n += 1)
    await service.post({ email: `r${n}@mail.example` }, { peer: `192.0.2.${n}` });
  expect(await costFor(service, "198.51.100.7")).toBe(8);
  service.clock.now += 60 * MINUTE;
  expect(await costFor(service, "198.51.100.7")).toBe(1);
});

test("asking for challenges counts nothing", async () => {
  const service = await openService();
  for (let n = 0; n < 30; n += 1) expect(await costFor(service, "192.0.2.1")).toBe(1);
});
