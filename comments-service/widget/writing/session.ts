import type { Me } from "../../wire.ts";
import { ask } from "../api.ts";
import type { Context } from "../context.ts";
import { keep, recall, sessionKey } from "../storage.ts";

/** Who is signed in on this page. */
export interface ReaderSession {
  /** What the service knows of the reader; null for a guest. */
  me: () => Me | null;
  /** The headers of a call, with the token of whoever is signed in. */
  headers: () => Record<string, string>;
  /** Keeps a token: for this visit, or with `stay` until the reader signs out. */
  begin: (token: string, stay: boolean) => Promise<void>;
  /** Asks the service again. */
  refresh: () => Promise<void>;
  /** Forgets the token here; `everywhere` ends it for every copy of it. */
  end: (everywhere: boolean) => Promise<void>;
}

/** The reader's session; `changed` is called when somebody has come or gone, or his comments have changed. */
export function readerSession(context: Context, changed: () => void): ReaderSession {
  let token = recall(sessionKey);
  let me: Me | null = null;

  const headers = (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

  async function begin(given: string, stay: boolean): Promise<void> {
    token = given;
    keep(sessionKey, token, stay);
    await refresh();
  }

  async function refresh(): Promise<void> {
    if (!token) return;
    const { value, status } = await ask<Me>(context, `/me?thread=${context.thread}`, {
      headers: headers(),
    });
    if (status === 401) return end(false);
    me = value ?? me;
    changed();
  }

  async function end(everywhere: boolean): Promise<void> {
    const bearer = headers();
    token = "";
    me = null;
    keep(sessionKey, "");
    keep(sessionKey, "", true);
    changed();
    if (everywhere) await ask(context, "/sessions", { method: "DELETE", headers: bearer });
  }

  return { me: () => me, headers, begin, refresh, end };
}
