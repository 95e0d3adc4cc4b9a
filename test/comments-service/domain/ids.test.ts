import { expect, test } from "vitest";
import { createIds, isId, randomBytes } from "../../../comments-service/domain/ids.ts";

const time = Date.UTC(2026, 10, 23, 4, 15);

test("an id is a UUID of version 7: its time, then what nobody can guess", () => {
  const ids = createIds(() => time);
  const made = Array.from({ length: 2000 }, () => ids.id());
  expect(made.every(isId)).toBe(true);
  expect(new Set(made).size).toBe(2000);
  for (const id of made) {
    expect(Number.parseInt(id.slice(0, 12), 16)).toBe(time);
    expect(id).toMatch(/^.{12}7.{3}[89ab]/u);
  }
  // Each place behind the time takes every value that it may.
  const places = Array.from({ length: 20 }, (_, at) => new Set(made.map((id) => id[12 + at])).size);
  expect(places).toEqual([1, 16, 16, 16, 4, ...Array.from({ length: 15 }, () => 16)]);
});

test("a token has 256 bits and comes once", () => {
  const ids = createIds(() => time);
  const made = Array.from({ length: 100 }, () => ids.token());
  for (const token of made) expect(token).toMatch(/^[0-9a-f]{64}$/u);
  expect(new Set(made).size).toBe(100);
});

test("later ids stand behind earlier ones", () => {
  let now = time;
  const ids = createIds(() => (now += 1));
  const made = Array.from({ length: 300 }, () => ids.id());
  expect(made.toSorted()).toEqual(made);
});

test("bytes are given out once", () => {
  const all = Array.from({ length: 600 }, () => Buffer.from(randomBytes(32)).toString("hex"));
  expect(new Set(all).size).toBe(600);
  expect(randomBytes(12)).toHaveLength(12);
});
