import { expect, test } from "vitest";
import { shareLookUps } from "../../../comments-service/hosts/shared-look-ups.ts";
import { openService } from "../service.ts";

test("many who ask for a thread at once share one look-up, and whoever comes later gets another", async () => {
  const service = await openService();
  await service.publish();
  const asked: string[] = [];
  const thread = (id: string) => {
    asked.push(id);
    return service.store.thread(id);
  };
  const store = shareLookUps({ ...service.store, thread });
  const ask = () =>
    Promise.all(["flur", "flur", "regen", "flur", "nobody"].map((id) => store.thread(id)));
  const [first, second, other, third, none] = await ask();
  expect(asked).toEqual(["flur", "regen", "nobody"]);
  expect([first?.id, other?.id, none]).toEqual(["flur", "regen", null]);
  expect(second).toBe(first);
  expect(third).toBe(first);

  await service.publish({ email: "other@mail.example" });
  const [after] = await ask();
  expect(asked).toHaveLength(6);
  expect(after?.version).toBeGreaterThan(first?.version ?? Infinity);
});

test("a look-up that fails fails for all who share it, and the next one is made anew", async () => {
  const service = await openService();
  await service.publish();
  let isAway = true;
  const thread = (id: string) =>
    isAway ? Promise.reject(new Error("away")) : service.store.thread(id);
  const store = shareLookUps({ ...service.store, thread });
  const both = await Promise.allSettled([store.thread("flur"), store.thread("flur")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isAway = false;
  expect((await store.thread("flur"))?.id).toBe("flur");
});
