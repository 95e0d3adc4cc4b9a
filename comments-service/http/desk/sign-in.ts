import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { deskPage } from "./page.ts";
import { codePage, signInPage } from "./sign-in-page.ts";
import { parseEmailAddress } from "../../domain/email-address.ts";
import { SECOND } from "../../domain/times.ts";
import type { Service } from "../../acts/service.ts";
import { sendersOf } from "../request.ts";
import { beginSignIn, endSession, finishSignIn } from "../../acts/sign-in.ts";
import { backTo, cookieOf, openDesk, readForm } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

/** Signing in at the desk by a mailed code, and out again. Whoever is no moderator gets the same answers, and no letter. */
export function deskSignInRoutes(service: Service): Hono<DeskEnv> {
  const { settings, clock } = service;
  const { name, secure } = cookieOf(settings.serviceUrl);
  // Lax, not Strict: who comes by a link from a letter is signed in as well. Every write looks at where it comes from.
  const options = { path: "/", secure, httpOnly: true, sameSite: "Lax" } as const;

  return new Hono<DeskEnv>()
    .get("/desk/sign-in", async (c) => {
      const desk = await openDesk(service);
      return deskPage(c, 200, desk, null, signInPage(desk, { next: c.req.query("next") ?? "" }));
    })
    .post("/desk/sign-in", async (c) => {
      const form = await readForm(c);
      const desk = await openDesk(service);
      const next = form.get("next") ?? "";
      const email = parseEmailAddress(form.get("email") ?? "");
      if (email === null) return deskPage(c, 422, desk, null, signInPage(desk, { next }));
      const senders = await sendersOf(c, service);
      const begun = await beginSignIn(service, { purpose: "desk", email, senders });
      if ("refused" in begun)
        return deskPage(
          c,
          429,
          desk,
          null,
          signInPage(desk, { next, trouble: desk.words.tooMuch }),
        );
      const { attempt } = begun;
      return deskPage(c, 200, desk, null, codePage(desk, { email, attempt, next, isWrong: false }));
    })
    .post("/desk/code", async (c) => {
      const form = await readForm(c);
      const [attempt, code] = [form.get("attempt") ?? "", form.get("code") ?? ""];
      const next = form.get("next") ?? "";
      const { network } = await sendersOf(c, service);
      const session = await finishSignIn(service, { purpose: "desk", attempt, code, network });
      if (session === null) {
        const desk = await openDesk(service);
        const email = form.get("email") ?? "";
        return deskPage(
          c,
          403,
          desk,
          null,
          codePage(desk, { email, attempt, next, isWrong: true }),
        );
      }
      const maxAge = Math.floor((session.expires - clock()) / SECOND);
      setCookie(c, name, session.token, { ...options, maxAge });
      return backTo(c, next, null);
    })
    .post("/desk/sign-out", async (c) => {
      await endSession(service, "desk", getCookie(c, name) ?? "");
      deleteCookie(c, name, options);
      return c.redirect("/desk/sign-in", 303);
    });
}
