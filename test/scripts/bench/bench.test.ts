import { expect, test } from "vitest";
import { spreadOf, table } from "../../../scripts/bench/table.ts";
import { run } from "../run.ts";

test("a spread is the median with the lowest and the highest, whatever the order", () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
});

test("a line of the table says when its goal was missed", () => {
  const row = { name: "GET", goal: 0.5, one: spreadOf([10]), other: spreadOf([25]) };
  const lines = table([
    { ...row, ratio: spreadOf([0.4]) },
    { ...row, ratio: spreadOf([0.6, 0.5, 0.7]) },
  ]).split("\n");
  expect(lines).toEqual([
    "| what | ratio (spread)   | goal           | answers/s | of the other |",
    "| ---- | ---------------- | -------------- | --------- | ------------ |",
    "| GET  | 0.40 (0.40–0.40) | ≥ 0.50, missed | 10        | 25           |",
    "| GET  | 0.60 (0.50–0.70) | ≥ 0.50         | 10        | 25           |",
  ]);
});

test("a line without a goal has none, and one that was not measured says why", () => {
  const spread = spreadOf([10]);
  const lines = table([
    { name: "GET", goal: null, ratio: spreadOf([0.4]), one: spread, other: spreadOf([25]) },
    { name: "D1", trouble: "does not start: none" },
  ]).split("\n");
  expect(lines).toEqual([
    "| what | ratio (spread)       | goal | answers/s | of the other |",
    "| ---- | -------------------- | ---- | --------- | ------------ |",
    "| GET  | 0.40 (0.40–0.40)     | none | 10        | 25           |",
    "| D1   | does not start: none |      |           |              |",
  ]);
});

test("the benchmark asks what to measure, in one line and with exit code 2", async () => {
  const wrong: readonly (readonly [words: readonly string[], says: string])[] = [
    [[], "Say what to measure: npm run bench -- service, or"],
    [["pages"], "Say what to measure"],
    [["service", "--articles", "100"], "Say what to measure"],
    [["service", "twice"], "Unexpected argument 'twice'; the options are --articles N"],
    [["site", "--articles", "many"], "--articles is many: expected a number from 10 on"],
  ];
  for (const [words, says] of wrong) {
    const { code, output, errors } = await run("scripts/bench.ts", ...words);
    expect([code, output, errors.startsWith(says), errors.split("\n").length]).toEqual([
      2,
      "",
      true,
      2,
    ]);
  }
});
