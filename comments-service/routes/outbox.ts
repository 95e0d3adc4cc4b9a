import { Hono } from "hono";
import { isLoopback, isLoopbackHost } from "../domain/client-address.ts";
import { openLetter } from "../mail/sealed-letter.ts";
import { outboxPage } from "../pages/outbox.ts";
import type { ShownLetter } from "../pages/outbox.ts";
import { page } from "../pages/shell.ts";
import type { Env, Service } from "../service.ts";
import type { WaitingLetter } from "../store/store.ts";

const MOST_LETTERS = 50;

/** The local outbox, for development only: shown when nothing is sent, and to this machine alone. */
export function outboxRoutes({ store, magazine, settings, secret }: Service): Hono<Env> {
  const { mail, siteOrigin } = settings;

  async function opened({ sealed, created }: WaitingLetter): Promise<ShownLetter[]> {
    const letter = await openLetter(secret, sealed);
    return letter === null ? [] : [{ ...letter, created }];
  }

  return new Hono<Env>().get("/outbox", async (c) => {
    // The host too, so that no page elsewhere can read along under a name that it has pointed to this machine. A proxy on this
    // machine speaks for others.
    const isHere =
      isLoopback(c.env.peer ?? null) &&
      c.req.header("X-Forwarded-For") === undefined &&
      isLoopbackHost(new URL(c.req.url).hostname);
    if (mail.kind !== "outbox" || !isHere) return c.notFound();
    const site = await magazine.shown();
    const letters = await Promise.all((await store.letters(MOST_LETTERS)).map(opened));
    return page(c, 200, { ...site, language: "en" }, siteOrigin, outboxPage(letters.flat(), site));
  });
}
