import type { Problem } from "../wire.ts";
import type { Context } from "./context.ts";

/** What is wrong with which field, as the service found. */
export type FieldErrors = NonNullable<Problem["errors"]>;

/** What came, or `why` nothing came, in one sentence for the reader. */
export type Answer<T> =
  | { value: T; why?: undefined; errors?: undefined; status?: undefined }
  | { value?: undefined; why: string; errors?: FieldErrors; status?: number };

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
    const minutes = Math.ceil(Number(response.headers.get("retry-after")) / 60);
    if (minutes > 0) {
      const when = new Intl.RelativeTimeFormat(words.locale).format(minutes, "minute");
      return { why: words.busy(when) };
    }
    const { ok, status } = response;
    const body = status === 204 ? {} : await response.json();
    if (ok) return { value: body };
    return { why: status === 409 ? words.closed : words.refused, errors: body.errors, status };
  } catch {
    // No connection, no answer in time, or something between the service and us that speaks no JSON.
    return { why: words.away };
  }
}
