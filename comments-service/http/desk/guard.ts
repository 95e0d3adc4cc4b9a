import type { Context, MiddlewareHandler } from "hono";
import * as v from "valibot";
import { isId } from "../../domain/ids.ts";
import { readCookie } from "./cookies.ts";
import { deskOf, deskPage, KEYS_COOKIE, sentencePage, whatWasDone } from "./shell.ts";
import type { Around, Desk, DeskPage, Told } from "./shell.ts";
import { deskComment } from "../../acts/moderate.ts";
import type { Service } from "../../acts/service.ts";
import { queryOf } from "../request.ts";
import type { Env } from "../request.ts";
import { endSession, isModerator, sessionOf } from "../../acts/sign-in.ts";
import { field, optionalField, ownForms } from "../forms.ts";

const MOST_DONE = 1000;

/** What is looked for in a list. */
export const SearchQuery = v.object({
  q: v.pipe(
    field,
    v.transform((text) => text.trim().slice(0, 200)),
  ),
});
const DoneQuery = v.object({
  /** The batch that has just been done. */
  done: optionalField,
  /** The comments that it did not change. */
  missed: field,
  /** Where in a list that is said: `top`, or `above-` or `below-` a comment. */
  place: optionalField,
});

/** What the desk's routes know of a request. */
export interface DeskEnv extends Env {
  Variables: { moderator: string };
}

/** The cookie's name. Over plain http, on one's own machine, a browser takes no `__Host-` cookie that is not secure. */
export function cookieOf(serviceUrl: string): { name: string; secure: boolean } {
  const secure = serviceUrl.startsWith("https:");
  return { name: secure ? "__Host-desk" : "desk", secure };
}

/** Every write of the desk comes from its own pages, small. */
export function deskForms(service: Service): MiddlewareHandler<Env>[] {
  return ownForms(service.settings.serviceUrl, async (c, status, why) => {
    const desk = await openDesk(service);
    return deskPage(c, status, desk, null, sentencePage(desk, why));
  });
}

/** Lets moderators in only. Who is one is asked anew at every request, so that a changed MODERATORS counts at once. */
export function moderatorsOnly(service: Service): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const token = readCookie(c, cookieOf(service.settings.serviceUrl).name) ?? "";
    const session = token === "" ? null : await sessionOf(service, "desk", token);
    if (session !== null && isModerator(service, session.email)) {
      c.set("moderator", session.email);
      return next();
    }
    if (session !== null) await endSession(service, "desk", token);
    const path = c.req.method === "GET" ? pathOf(c) : "/desk/";
    return c.redirect(`/desk/sign-in?next=${encodeURIComponent(path)}`, 303);
  };
}

export async function openDesk({ magazine, settings }: Service): Promise<Desk> {
  return deskOf(await magazine.lastKnownSite(), settings.site.origin);
}

/** Answers with a page for a moderator who is signed in. */
export async function show(
  c: Context<DeskEnv>,
  service: Service,
  write: (desk: Desk, told: Told | null) => DeskPage | Promise<DeskPage>,
  status: 200 | 404 | 422 = 200,
): Promise<Response> {
  const { store } = service;
  const { done: batch, missed, place } = queryOf(c, DoneQuery);
  const decided = await Promise.all(
    missed
      .split("-")
      .filter(isId)
      .slice(0, 5)
      .map((subject) => store.record({ subject }, 1)),
  );
  const done = batch === undefined ? null : await store.record({ batch }, MOST_DONE);
  const named = [...decided.flat(), ...(done?.length === 1 ? done : [])];
  const meant = await Promise.all(named.map(({ subject }) => deskComment(service, subject)));
  const around: Around = {
    path: pathOf(c),
    waiting: await store.waiting(),
    decided: decided.flat(),
    hasKeys: readCookie(c, KEYS_COOKIE) !== "off",
    done,
    meant: new Map(meant.filter((each) => each !== null).map((each) => [each.id, each])),
  };
  const desk = await openDesk(service);
  const told = place === undefined ? null : { place, lines: whatWasDone(desk, around) };
  return deskPage(c, status, desk, around, await write(desk, told));
}

/** The page for what is not there. */
export function showMissing(c: Context<DeskEnv>, service: Service): Promise<Response> {
  return show(c, service, (desk) => sentencePage(desk, "missing"), 404);
}

/** Path and query of this page, without what was just done. */
export function pathOf(c: Context): string {
  const url = new URL(c.req.url);
  for (const name of ["done", "missed", "began", "place"]) url.searchParams.delete(name);
  return url.pathname + url.search;
}

/** A page of the desk and nothing else: the desk's front page for any other address. */
export function ownPage(address: string): URL {
  const url = URL.parse(address, "https://desk.invalid");
  return url?.host === "desk.invalid" && url.pathname.startsWith("/desk/")
    ? url
    : new URL("/desk/", "https://desk.invalid");
}

/** Leads back to a page of the desk and nowhere else, there to say what the batch did. */
export function backTo(
  c: Context,
  back: string,
  batch: string | null,
  more: Readonly<Record<string, string>> = {},
): Response {
  const url = ownPage(back);
  if (batch !== null) url.searchParams.set("done", batch);
  for (const [name, value] of Object.entries(more))
    if (value !== "") url.searchParams.set(name, value);
  return c.redirect(url.pathname + url.search + url.hash, 303);
}
