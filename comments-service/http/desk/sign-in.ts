import { Hono } from "hono/tiny";
import * as v from "valibot";
import { deskPage } from "./shell.ts";
import { parseEmailAddress } from "../../domain/email-address.ts";
import { SECOND } from "../../domain/times.ts";
import type { Service } from "../../acts/service.ts";
import { queryOf, readForm, sendersOf } from "../request.ts";
import { beginSignIn, endSession, finishSignIn } from "../../acts/sign-in.ts";
import { field } from "../forms.ts";
import { html } from "../html.ts";
import type { Page } from "../page.ts";
import type { Desk } from "./shell.ts";
import { readCookie, sendCookie } from "./cookies.ts";
import { backTo, cookieOf, openDesk } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";

/** The page of the desk that it leads to. */
const next = field;
const NextQuery = v.object({ next });
/** Where the code goes. */
const SignInForm = v.object({ email: field, next });
const CodeForm = v.object({
  /** What the code belongs to. */
  attempt: field,
  /** The mailed code. */
  code: field,
  /** Where it went. */
  email: field,
  next,
});

/** Signing in at the desk by a mailed code, and out again. Whoever is no moderator gets the same answers, and no letter. */
export function deskSignInRoutes(service: Service): Hono<DeskEnv> {
  const { settings, clock } = service;
  const cookie = cookieOf(settings.serviceUrl);

  return new Hono<DeskEnv>()
    .get("/desk/sign-in", async (c) => {
      const desk = await openDesk(service);
      return deskPage(c, 200, desk, null, signInPage(desk, queryOf(c, NextQuery)));
    })
    .post("/desk/sign-in", async (c) => {
      const form = await readForm(c, SignInForm);
      const desk = await openDesk(service);
      const around = { next: form.next };
      const email = parseEmailAddress(form.email);
      if (email === null) return deskPage(c, 422, desk, null, signInPage(desk, around));
      const senders = await sendersOf(c, service);
      const begun = await beginSignIn(service, { purpose: "desk", email, senders });
      if ("refused" in begun) {
        const page = signInPage(desk, { ...around, trouble: desk.words.tooMuch });
        return deskPage(c, 429, desk, null, page);
      }
      const { attempt } = begun;
      const page = codePage(desk, { ...around, email, attempt, isWrong: false });
      return deskPage(c, 200, desk, null, page);
    })
    .post("/desk/code", async (c) => {
      const { attempt, code, ...form } = await readForm(c, CodeForm);
      const { network } = await sendersOf(c, service);
      const session = await finishSignIn(service, { purpose: "desk", attempt, code, network });
      if (session === null) {
        const desk = await openDesk(service);
        const page = codePage(desk, { ...form, attempt, isWrong: true });
        return deskPage(c, 403, desk, null, page);
      }
      const maxAge = Math.floor((session.expires - clock()) / SECOND);
      sendCookie(c, cookie, session.token, maxAge);
      return backTo(c, form.next, null);
    })
    .post("/desk/sign-out", async (c) => {
      await endSession(service, "desk", readCookie(c, cookie.name) ?? "");
      sendCookie(c, cookie, "", 0);
      return c.redirect("/desk/sign-in", 303);
    });
}

/** Asks for the address. */
function signInPage(
  { words }: Desk,
  { next: leadsTo, trouble = "" }: { next: string; trouble?: string },
): Page {
  return {
    title: words.signIn,
    main: html`${trouble === "" ? "" : html`<p class="said" role="alert">${trouble}</p>`}
<p>${words.signInHint}</p>
<form method="post" action="/desk/sign-in"><input type="hidden" name="next" value="${leadsTo}">
<p class="field"><label>${words.email}<input type="email" name="email" required maxlength="254" autocomplete="email"></label></p>
<p class="go"><button type="submit">${words.sendCode}</button></p></form>`,
  };
}

/** Asks for the code. The attempt is what keeps a stranger's guesses away from it. */
function codePage(
  { words }: Desk,
  {
    email,
    attempt,
    next: leadsTo,
    isWrong,
  }: { email: string; attempt: string; next: string; isWrong: boolean },
): Page {
  return {
    title: words.signIn,
    main: html`<p>${words.codeHint(email)}</p>
<form method="post" action="/desk/code"><input type="hidden" name="next" value="${leadsTo}"><input type="hidden" name="attempt" value="${attempt}"><input type="hidden" name="email" value="${email}">
<p class="field"><label>${words.code}<input type="text" name="code" required maxlength="20" inputmode="numeric" autocomplete="one-time-code"${isWrong ? html` aria-invalid="true" aria-describedby="code-wrong" autofocus` : ""}></label></p>
${isWrong ? html`<p class="wrong" id="code-wrong">${words.wrongCode}</p>` : ""}
<p class="go"><button type="submit">${words.signIn}</button> <a class="quiet" href="/desk/sign-in">${words.otherAddress}</a></p></form>`,
  };
}
