import { expect, test } from "vitest";
import { likelyAmong } from "../../magazine/likely.ts";

const byLength = (names: readonly string[]) => names.toSorted((a, b) => a.length - b.length);
const names = byLength(["tür", "flur", "marke", "vertrieb", "vertriebe", "vertriebsflur", "kunde"]);
const likely = (word: string, shortest = 0, longest = 99) =>
  likelyAmong(names)(word, shortest, longest).map((at) => names[at]);

test("names that share most with a word come first, of equal ones the shorter", () => {
  expect(likely("vertreib")).toEqual(["vertrieb", "vertriebe", "vertriebsflur"]);
  expect(likely("vertriebs")[0]).toBe("vertriebsflur");
  expect(likely("tur")).toEqual(["flur", "vertriebsflur", "tür"]);
  expect(likely("xyz")).toEqual([]);
});

test("names that are shorter or longer than asked are left out", () => {
  expect(likely("vertrieb", 9, 12)).toEqual(["vertriebe"]);
  expect(likely("vertrieb", 8, 8)).toEqual(["vertrieb"]);
  expect(likely("vertrieb", 14, 20)).toEqual([]);
});

test("of many at most sixteen are named, and one asking does not change the next", () => {
  const many = Array.from({ length: 40 }, (_, at) => `artikel-${at + 10}`);
  const ask = likelyAmong(many);
  const first = ask("artikel-31", 0, 99);
  expect(first).toHaveLength(16);
  expect(many[first[0] ?? -1]).toBe("artikel-31");
  expect(ask("artikel-31", 0, 99)).toEqual(first);
  expect(likelyAmong([])("artikel", 0, 99)).toEqual([]);
});
