import { DatabaseError } from "pg";
import { StoreUnavailable } from "../port/store-unavailable.ts";

/**
 * The classes and codes of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html) that say 'not now' rather than
 * 'wrong': the connection (08), too few resources or a full disk (53), the operator's doing (57), the system (58), and a server that
 * only reads for a while, as after a switch to another one.
 */
const UNAVAILABLE = /^(?:08|53|57|58)|^(?:25006|25P03|25P04|40001|40003|40P01|55P03)$/u;

/** What works when it is tried again at once: a serialisation that was refused, a deadlock. */
const AGAIN = new Set(["40001", "40P01"]);

/** Whether the server has refused a transaction that may well succeed when all of it is run again. */
export function isRefusedOnce(error: unknown): boolean {
  return error instanceof DatabaseError && AGAIN.has(error.code ?? "");
}

/** The SQLSTATE of what the server answered; null for what is no answer of it. */
export function sqlState(error: unknown): string | null {
  return error instanceof DatabaseError ? (error.code ?? null) : null;
}

/**
 * The error that a caller of the store may see. What is no answer of the server and no fault of ours (ECONNREFUSED, ENOENT, a connection
 * that ended, a pool that is used up) comes from the way to it, and pg has no code for some of that.
 */
export function asStoreError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof StoreUnavailable) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (error instanceof DatabaseError)
    return UNAVAILABLE.test(code ?? "") ? unavailable(code ?? "", error) : error;
  if (error instanceof TypeError || error instanceof RangeError) return error;
  return unavailable(code ?? "no connection", error);
}

/** What was asked of the server. @throws what a caller of the store may see. */
export function orStoreError<Value>(asked: Promise<Value>): Promise<Value> {
  return asked.catch((error: unknown) => {
    throw asStoreError(error);
  });
}

function unavailable(code: string, cause: Error): StoreUnavailable {
  return new StoreUnavailable(code, { cause });
}
