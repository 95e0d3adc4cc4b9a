import type { Context } from "hono";
import type { Senders } from "../acts/senders.ts";
import type { Service } from "../acts/service.ts";
import { clientAddress } from "../domain/client-address.ts";

/** What a host knows of a request beside the request itself. */
export interface Env {
  Bindings: {
    /** The address that opened the connection. */
    peer: string | null;
  };
}

/** Who sends a request: the client before the proxies that are trusted. */
export function sendersOf(
  c: Pick<Context<Env>, "env" | "req">,
  { settings, senders }: Pick<Service, "settings" | "senders">,
): Promise<Senders> {
  const forwarded = c.req.header("X-Forwarded-For");
  return senders(clientAddress(c.env.peer ?? null, forwarded, settings.trustedProxies));
}
