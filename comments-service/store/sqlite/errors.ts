import { StoreUnavailable } from "../port/store-unavailable.ts";

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that say 'not now' rather than 'wrong'. */
const UNAVAILABLE: Record<number, string> = {
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  8: "SQLITE_READONLY",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
  26: "SQLITE_NOTADB",
};

/** The error that a caller of the store may see: `StoreUnavailable` when the database cannot answer now, else the error itself. */
export function asStoreError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = "errcode" in error && typeof error.errcode === "number" ? error.errcode & 255 : 0;
  const word = UNAVAILABLE[code];
  return word === undefined ? error : new StoreUnavailable(word, { cause: error });
}
