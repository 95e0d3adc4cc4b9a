import * as api from "../api.ts";
import type { Context } from "../context.ts";

/** Asks the service for what only the magazine's own pages may do. */
export async function ask<T>(
  context: Context,
  path: string,
  init?: RequestInit,
): Promise<api.Answer<T>> {
  const answer = await api.ask<T>(context, path, init);
  if (!answer.why || (answer.status !== 403 && answer.why !== context.words.away)) return answer;
  try {
    return await (await import("./foreign.ts")).foreign(api.ask, context, answer);
  } catch {
    // The site is away, too.
    return answer;
  }
}
