import { expect, test } from "vitest";
import { ownByLink, unsubscribe, wishOf } from "../../../comments-service/acts/account.ts";
import { openService } from "../service.ts";

test("a link in a letter leads to one's own comment once it is confirmed, and no other token does", async () => {
  const { service, ...reader } = await openService();
  await reader.post();
  const token = await reader.token();
  expect(await ownByLink(service, token)).toBeNull();
  await reader.confirm(token);
  const found = await ownByLink(service, token);
  expect(found).toMatchObject({ email: "petra@mail.example", row: { state: "published" } });
  for (const wrong of ["", "x", "0".repeat(76)]) expect(await ownByLink(service, wrong)).toBeNull();
});

test("a wish that has ended is said to have ended when it did, however often its link is used", async () => {
  const { service, clock, ...reader } = await openService();
  await reader.publish({ notify: "thread" });
  await reader.publish({ email: "jens@mail.example" });
  const letter = (await reader.letters()).find((each) => each.unsubscribe !== undefined);
  const { searchParams } = new URL(letter?.unsubscribe ?? "");
  const [subscription = "", token = ""] = ["subscription", "token"].map((name) =>
    searchParams.get(name),
  ) as string[];
  const link = { subscription, token };
  const wish = await wishOf(service, link);
  expect(wish).toMatchObject({ thread: "flur", endedAt: null });
  clock.now += 1000;
  const ended = { ...wish, endedAt: clock.now };
  expect(await unsubscribe(service, link)).toEqual(ended);
  clock.now += 1000;
  expect(await unsubscribe(service, link)).toEqual(ended);
  for (const wrong of [
    { ...link, token: `${token}0` },
    { ...link, subscription: "0".repeat(32) },
    { subscription: "x", token },
  ])
    expect(await unsubscribe(service, wrong)).toBeNull();
});
