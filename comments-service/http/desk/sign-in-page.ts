import { html } from "hono/html";
import type { Desk, Markup } from "./page.ts";

/** Asks for the address. */
export function signInPage(
  { words }: Desk,
  { next, trouble = "" }: { next: string; trouble?: string },
): { title: string; main: Markup } {
  return {
    title: words.signIn,
    main: html`${trouble === "" ? "" : html`<p class="said" role="alert">${trouble}</p>`}
<p>${words.signInHint}</p>
<form method="post" action="/desk/sign-in"><input type="hidden" name="next" value="${next}">
<p class="field"><label>${words.email}<input type="email" name="email" required maxlength="254" autocomplete="email"></label></p>
<p class="go"><button type="submit">${words.sendCode}</button></p></form>`,
  };
}

/** Asks for the code. The attempt is what keeps a stranger's guesses away from it. */
export function codePage(
  { words }: Desk,
  {
    email,
    attempt,
    next,
    isWrong,
  }: { email: string; attempt: string; next: string; isWrong: boolean },
): { title: string; main: Markup } {
  return {
    title: words.signIn,
    main: html`${isWrong ? html`<p class="said" role="alert">${words.wrongCode}</p>` : ""}
<p>${words.codeHint(email)}</p>
<form method="post" action="/desk/code"><input type="hidden" name="next" value="${next}"><input type="hidden" name="attempt" value="${attempt}"><input type="hidden" name="email" value="${email}">
<p class="field"><label>${words.code}<input type="text" name="code" required maxlength="20" inputmode="numeric" autocomplete="one-time-code"></label></p>
<p class="go"><button type="submit">${words.signIn}</button> <a class="quiet" href="/desk/sign-in">${words.otherAddress}</a></p></form>`,
  };
}
