import type { Problem } from "../wire.ts";
import type { Context } from "./context.ts";

/** What is wrong with which field, as the service found. */
export type FieldErrors = NonNullable<Problem["errors"]>;

/** What came, or `why` nothing came, in one sentence for the reader. */
export type Answer<T> =
  | { value: T; why?: undefined; errors?: undefined; status?: undefined }
  | {
      value?: undefined;
      why: string;
      errors?: FieldErrors;
      status?: number;
      /** After how many seconds it may work, where the service says so. */
      wait?: string | null;
    };

const patience = 30_000;

/**
 * Asks the service. The value is the JSON that came, trusted to be what wire.ts says since the service is our own. Never throws.
 */
export async function ask<T>(
  { service, signal, words }: Context,
  path: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const response = await fetch(service + path, { ...init, signal: within });
    const { ok, status, headers } = response;
    const wait = headers.get("retry-after");
    const body = status === 204 || wait ? {} : await response.json();
    return ok ? { value: body } : { why: words.refused, errors: body.errors, status, wait };
  } catch {
    // No connection, no answer in time, or something between the service and us that speaks no JSON.
    return { why: words.away };
  }
}
