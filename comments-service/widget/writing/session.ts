import type { Me } from "../../wire.ts";
import { ask } from "../api.ts";
import type { Context } from "../context.ts";
import { keep, recall, sessionKey } from "../storage.ts";

/** Who is signed in on this page. */
export type ReaderSession = ReturnType<typeof readerSession>;

/** The reader's session; `changed` is called when somebody has come or gone, or his comments have changed. */
export function readerSession(context: Context, changed: () => void) {
  let token = recall(sessionKey);
  let me: Me | null = null;

  /** The headers of a call, with the token of whoever is signed in. */
  const headers = (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

  /** Keeps a token: for this visit, or with `stay` until the reader signs out. */
  async function begin(given: string, stay: boolean): Promise<void> {
    token = given;
    keep(sessionKey, token, stay);
    await refresh();
  }

  /** Asks the service again. */
  async function refresh(): Promise<void> {
    if (!token) return;
    const { value, status } = await ask<Me>(context, `/me?thread=${context.thread}`, {
      headers: headers(),
    });
    if (status === 401) return end(false);
    me = value ?? me;
    changed();
  }

  /** Forgets the token here; `everywhere` ends it for every copy of it. */
  async function end(everywhere: boolean): Promise<void> {
    const bearer = headers();
    token = "";
    me = null;
    keep(sessionKey, "");
    keep(sessionKey, "", true);
    changed();
    if (everywhere) await ask(context, "/sessions", { method: "DELETE", headers: bearer });
  }

  // Null for a guest.
  return { me: (): Me | null => me, headers, begin, refresh, end };
}
