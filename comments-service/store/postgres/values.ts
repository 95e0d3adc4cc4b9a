import { types } from "pg";

// https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat
const BOOL = 16;
const INT8 = 20;
const NUMERIC = 1700;

const own: Readonly<Record<number, (text: string) => number>> = {
  [BOOL]: (text) => (text === "t" ? 1 : 0),
  [INT8]: wholeNumber,
  [NUMERIC]: wholeNumber,
};

/** Rows as SQLite gives them: counts, sums and times as numbers, true and false as 1 and 0. */
export const valueTypes = {
  getTypeParser: ((oid: number, format?: "text") =>
    own[oid] ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** @throws RangeError for what a number does not hold exactly: no time, count or number of ours is so large. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is no safe whole number`);
  return number;
}
