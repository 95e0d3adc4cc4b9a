import { raw, sql } from "./statement.ts";
import type { Fragment } from "./statement.ts";

/** Capitals beyond ASCII that German and its neighbours write: SQLite's `lower` leaves them as they are. */
const CAPITALS = "ÄÖÜẞÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕØÙÚÛÝÞĄĆČĎĘĚĹĽŁŃŇŐŒŔŘŚŠŤŮŰŹŻŽ";

/**
 * Holds when these words stand in a column, in whatever case. Not by LIKE: D1 takes patterns of 50 bytes at most.
 * @param column a name that stands in the code: it is put into the SQL as it is.
 */
export function contains(column: string, words: string): Fragment {
  // To take nothing out of a text changes none.
  if (words === "") return sql`1 = 1`;
  const wanted = words.toLowerCase();
  const text = raw(lowered(column, wanted));
  return sql`replace(${text}, ${wanted}, '') <> ${text}`;
}

/** Only capitals of letters that are wanted are looked for, so that most searches pay for none. */
function lowered(column: string, wanted: string): string {
  const letters = new Set(wanted);
  return Array.from(CAPITALS)
    .filter((capital) => letters.has(capital.toLowerCase()))
    .reduce(
      (text, capital) => `replace(${text}, '${capital}', '${capital.toLowerCase()}')`,
      `lower(${column})`,
    );
}
