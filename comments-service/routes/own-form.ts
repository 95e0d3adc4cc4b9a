import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { editOwn, eraseOwn } from "../account.ts";
import type { Said } from "../pages/mine-words.ts";
import { troublePage } from "../pages/confirm.ts";
import { page } from "../pages/shell.ts";
import type { Env, Service } from "../service.ts";
import { isOwnForm } from "./confirm.ts";
import { problem } from "./problem.ts";

// The longest text in the widest script, as a form writes it, and some room.
const MOST_BYTES = 64 * 1024;

/** Takes forms of the service's own pages only, and none that is longer than a comment can be. */
export function ownForms({ magazine, settings }: Service): MiddlewareHandler<Env>[] {
  return [
    async (c, next) => {
      if (c.req.method !== "POST" || isOwnForm(c, settings.serviceUrl)) return next();
      const site = await magazine.shown();
      return page(c, 403, site, settings.siteOrigin, troublePage("foreign", site.language));
    },
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, 413, "This is too long") }),
  ];
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
  const comment = field("comment");
  if (field("act") === "erase")
    return (await eraseOwn(service, { comment, email })) ? "erased" : null;
  if (field("act") !== "edit") return null;
  const done = await editOwn(service, { comment, email, text: field("text"), signedIn: false });
  if (done === "missing") return null;
  if (done !== "edited") return done.errors[0]?.reason === "expired" ? "late" : "invalid";
  return (await service.store.comment(comment))?.state === "held" ? "held" : "edited";
}
