import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { editOwn, eraseOwn } from "../../acts/account.ts";
import type { Said } from "./mine-words.ts";
import { troublePage } from "./confirm-page.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";

// The longest text in the widest script, as a form writes it, and some room.
const MOST_BYTES = 64 * 1024;

/** Takes forms of the service's own pages only, and none that is longer than a comment can be. */
export function ownForms(service: Service): MiddlewareHandler<Env>[] {
  const { magazine, settings } = service;
  return [
    async (c, next) => {
      if (c.req.method !== "POST" || isOwnForm(c, settings.serviceUrl)) return next();
      const site = await magazine.shown();
      return page(c, 403, site, settings.site.origin, troublePage("foreign", site.language));
    },
    atMost(service, MOST_BYTES),
  ];
}

/** Refuses what is longer, with a page. */
export function atMost(
  { magazine, settings }: Pick<Service, "magazine" | "settings">,
  maxSize: number,
): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize,
    async onError(c) {
      const site = await magazine.shown();
      return page(c, 413, site, settings.site.origin, troublePage("tooLong", site.language));
    },
  });
}

/** Whether a form comes from a page of the service itself. Older browsers say so by their Origin only. */
export function isOwnForm(c: Pick<Context, "req">, serviceUrl: string): boolean {
  const site = c.req.header("Sec-Fetch-Site");
  return site === undefined ? c.req.header("Origin") === serviceUrl : site === "same-origin";
}

/** The fields of a form. */
export async function readForm(c: Context<Env>): Promise<(name: string) => string> {
  const form = new URLSearchParams(await c.req.text());
  return (name) => form.get(name) ?? "";
}

/** Edits or erases one's own comment as a form asks. @returns what to say of it; null when the form asks for something else. */
export async function actOnOwn(
  service: Service,
  email: string,
  field: (name: string) => string,
): Promise<Said | null> {
  const own = { comment: field("comment"), email };
  if (field("act") === "erase") return (await eraseOwn(service, own)) === null ? "erased" : null;
  if (field("act") !== "edit") return null;
  const done = await editOwn(service, { ...own, text: field("text"), signedIn: false });
  if ("state" in done) return done.state === "held" ? "held" : "edited";
  if (done.refused !== "fields") return null;
  return done.errors[0]?.reason === "expired" ? "late" : "invalid";
}
