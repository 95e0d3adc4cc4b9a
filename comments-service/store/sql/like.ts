/** Capitals beyond ASCII that German and its neighbours write: SQLite's `lower` leaves them as they are. */
const CAPITALS = "ÄÖÜẞÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕØÙÚÛÝÞĄĆČĎĘĚĹĽŁŃŇŐŒŔŘŚŠŤŮŰŹŻŽ";

/** Words as they stand inside a LIKE pattern with `\` as its escape, in lower case. */
export function escapeLike(words: string): string {
  return words.toLowerCase().replace(/[\\%_]/gu, "\\$&");
}

/**
 * A column in lower case, as SQL, to be compared with a pattern of these words. Only capitals of letters that the words have are looked
 * for, so that most searches pay for none.
 * @param column a name that stands in the code: it is put into the SQL as it is.
 */
export function lowered(column: string, words: string): string {
  const wanted = new Set(words.toLowerCase());
  return Array.from(CAPITALS)
    .filter((capital) => wanted.has(capital.toLowerCase()))
    .reduce(
      (text, capital) => `replace(${text}, '${capital}', '${capital.toLowerCase()}')`,
      `lower(${column})`,
    );
}
