import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { filesOf } from "./mutants.ts";
import { rooms } from "./rooms.ts";

test.each(Object.entries(rooms))("what a mutation run says of %s is there", (_, room) => {
  const { code, except, tests, keep = [] } = room;
  expect(filesOf(room).length).toBeGreaterThan(0);
  const named = [...code, ...except, ...tests, ...keep];
  expect(named.filter((glob) => globSync(glob).length === 0)).toEqual([]);
});
