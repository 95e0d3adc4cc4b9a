import { rateOf } from "./load.ts";
import type { Load } from "./load.ts";
import { spreadOf } from "./table.ts";
import type { Row } from "./table.ts";

/** How often the two sides take turns. */
export const ROUNDS = 9;
/** So many times each side is asked: a first turn warms up and does not count. */
export const TURNS = ROUNDS + 1;

/** Two loads that take turns, and what the first has to be to the second; null where nothing was set. */
export interface Match {
  readonly name: string;
  readonly goal: number | null;
  readonly one: Side;
  readonly other: Side;
}

export interface Side {
  readonly origin: string;
  readonly load: Load;
  /** How many of them a turn is. */
  readonly answers: number;
}

export async function play({ name, goal, one, other }: Match): Promise<Row> {
  const rate = ({ origin, load, answers }: Side) => rateOf(origin, load, answers);
  const rates: { one: number; other: number }[] = [];
  for (let turn = 0; turn < TURNS; turn += 1)
    rates.push({ other: await rate(other), one: await rate(one) });
  const counted = rates.slice(1);
  return {
    name,
    goal,
    ratio: spreadOf(counted.map((each) => each.one / each.other)),
    one: spreadOf(counted.map((each) => each.one)),
    other: spreadOf(counted.map((each) => each.other)),
  };
}
