import { expect, test } from "vitest";
import { block, switchThread } from "../../../comments-service/acts/switches.ts";
import { moderator } from "../moderate.ts";
import { openService } from "../service.ts";

test.each([
  [" Ida+x@Mail.example ", "ida@mail.example"],
  ["Spam.example\n", "spam.example"],
  ["@spam.example", "spam.example"],
  ["ida@", null],
  ["ida@@mail.example", null],
  ["@ida@mail.example", null],
  ["i da@mail.example", null],
  ["@", null],
  [" ", null],
])("%j is blocked as %j", async (value, blocked) => {
  const { service, store } = await openService();
  const batch = await block(service, { act: "block", value, by: moderator });
  expect((await store.blocks()).map((each) => each.value)).toEqual(
    blocked === null ? [] : [blocked],
  );
  const entries = await store.record({}, 9);
  const entry = { who: moderator, act: "block", batch };
  expect(entries).toMatchObject(blocked === null ? [] : [entry]);
  expect(batch === null).toBe(blocked === null);
});

test("a block and a switch stand in the record without a reason, which nobody gave", async () => {
  const { service, store, ...reader } = await openService();
  await reader.thread();
  await block(service, { act: "block", value: "spam.example", by: moderator });
  await switchThread(service, { act: "close", thread: "flur", by: moderator });
  expect((await store.record({}, 9)).map(({ why }) => why)).toEqual(["", ""]);
});
