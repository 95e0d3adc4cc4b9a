import { Hono } from "hono";
import { sha256 } from "../../domain/digest.ts";
import { isLoopback, isLoopbackHost } from "../../domain/client-address.ts";
import { showLetter } from "../../acts/tell-desk.ts";
import { outboxPage } from "./outbox-page.ts";
import type { ShownLetter } from "./outbox-page.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import type { WaitingLetter } from "../../store/port/letters.ts";

const MOST_LETTERS = 50;

/** The key of the local outbox. It is kept, so that a page that is open outlasts a new start. */
function outboxKey({ store, ids, clock }: Service): Promise<string> {
  return store.key("outbox", ids.token(), clock());
}

/** Where the local outbox is, for whoever started the service; null when letters are sent. */
export async function outboxAddress(service: Service): Promise<string | null> {
  const { mail, serviceUrl } = service.settings;
  return mail.kind === "outbox" ? `${serviceUrl}/outbox?key=${await outboxKey(service)}` : null;
}

/**
 * The local outbox, for development only: shown when nothing is sent, to this machine alone, and there only to whoever has seen the
 * service start, since a proxy or a tunnel on this machine speaks for others.
 */
export function outboxRoutes(service: Service): Hono<Env> {
  const { store, magazine, settings } = service;
  const { mail } = settings;

  async function opened(waiting: WaitingLetter): Promise<ShownLetter[]> {
    const letter = await showLetter(service, waiting);
    return letter === null ? [] : [{ ...letter, created: waiting.created }];
  }

  return new Hono<Env>().get("/outbox", async (c) => {
    // The host too, so that no page elsewhere can read along under a name that it has pointed to this machine.
    const isHere =
      isLoopback(c.env.peer ?? null) &&
      c.req.header("X-Forwarded-For") === undefined &&
      isLoopbackHost(new URL(c.req.url).hostname);
    if (mail.kind !== "outbox" || !isHere) return c.notFound();
    // Compared as hashes, so that the time it takes tells nothing of the key.
    const [given, key] = [c.req.query("key") ?? "", await outboxKey(service)];
    if (sha256(given) !== sha256(key)) return c.notFound();
    const site = await magazine.shown();
    const letters = await Promise.all((await store.letters(MOST_LETTERS)).map(opened));
    return page(
      c,
      200,
      { ...site, language: "en" },
      settings.site.origin,
      outboxPage(letters.flat(), site),
    );
  });
}
