import { StoreUnavailable } from "../port/store-unavailable.ts";

// D1's errors have no codes, only sentences. Those of a statement that is wrong carry SQLite's word for it or are about a value's type …
const WRONG_STATEMENT =
  /SQLITE_(?:ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG|AUTH)|^D1_(?:TYPE|EXEC)_ERROR|^D1_COLUMN_NOTFOUND/u;
// … and all others that D1 or the way to it names mean that it is away, restarting or has too much to do. The list of them grows
// (developers.cloudflare.com/d1/observability/debug-d1), so it is not repeated here.
const OF_DATABASE = /^D1_|network connection lost|overloaded|object to be reset/iu;

/**
 * D1's error as the store's.
 * @returns StoreUnavailable for what may pass by itself, with the database's own sentence; any other error as it is.
 */
export function asStoreError(thrown: unknown): Error {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  const { message } = thrown;
  const isAway = OF_DATABASE.test(message) && !WRONG_STATEMENT.test(message);
  return isAway ? new StoreUnavailable(message, { cause: thrown }) : thrown;
}
