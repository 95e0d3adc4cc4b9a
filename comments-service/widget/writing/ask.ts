import * as api from "../api.ts";
import type { WritingContext } from "./context.ts";

/** What a call sends, as JSON; `headers` tell whose it is. */
export function asJson(
  method: string,
  body?: object,
  headers?: Record<string, string>,
): RequestInit {
  return {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

/** Asks the service for what only the magazine's own pages may do, and says why it was not done, and when it may be. */
export async function ask<T>(
  context: WritingContext,
  path: string,
  init?: RequestInit,
): Promise<api.Answer<T>> {
  const { words } = context;
  const answer = await api.ask<T>(context, path, init);
  if (!answer.why) return answer;
  const minutes = Math.ceil(Number(answer.wait) / 60);
  if (minutes > 0) {
    const when = new Intl.RelativeTimeFormat(words.locale).format(minutes, "minute");
    return { why: words.busy(when) };
  }
  if (answer.status === 409) return { ...answer, why: words.closed("") };
  if (answer.status !== 403 && answer.why !== words.away) return answer;
  try {
    return await (await import("./foreign.ts")).foreign(api.ask, context, answer);
  } catch {
    // The site is away, too.
    return answer;
  }
}
