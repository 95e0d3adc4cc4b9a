import type { Site } from "../../domain/thread-list.ts";
import { limits } from "../../wire.ts";
import type { Me, OwnComment } from "../../wire.ts";
import type { PageWords } from "../../words/de/pages.ts";
import { when } from "../../words/when.ts";
import { marks } from "../marks.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { enterDoesNothing, spoken } from "../page.ts";
import type { Page } from "../page.ts";

/** What was done, as a page says it after the act. */
export type Said = keyof PageWords["account"]["said"];

/** What an address asks to be said; null when it is nothing that can be said. */
export function saidIn({ account }: PageWords, asked = ""): Said | null {
  return Object.hasOwn(account.said, asked) ? (asked as Said) : null;
}

type AccountWords = PageWords["account"];

/** Where the forms of a page go, and the proof that they carry. */
interface Target {
  action: "/mine" | "/own";
  token: string;
}

/** Asks for the address that the link goes to; once more where what was given is none. */
export function askPage({ account, notice }: PageWords, isWrong = false): Page {
  const { title, sentence, email, button } = account.ask;
  const wrong = html`<p class="wrong" id="email-wrong">${notice.wrong.email}</p>`;
  const marks = html` aria-invalid="true" aria-describedby="email-wrong" autofocus`;
  return {
    title,
    main: html`<p>${sentence}</p>
<form method="post" action="/mine">
<p><label for="email">${email}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="${limits.email}" required${isWrong ? marks : ""}></p>${isWrong ? wrong : ""}
<p><button type="submit">${button}</button></p>
</form>`,
  };
}

/** The link is none (any more). */
export function unknownPage({ account: { unknown } }: PageWords): Page {
  const again = html`<p><a href="/mine">${unknown.again}</a></p>`;
  return { title: unknown.title, main: html`<p>${unknown.sentence}</p>${again}` };
}

/** The page of one comment, for whoever has the link from its letter. */
export function ownPage(
  { account: words }: PageWords,
  site: Site,
  own: { comment: OwnComment; token: string; said: Said | null },
): Page {
  const target: Target = { action: "/own", token: own.token };
  const isWrong = own.said === "invalid";
  return {
    title: words.one,
    main: html`${isWrong ? "" : saidOf(own.said, words)}${commentMarkup(own.comment, target, words, { site, isWrong })}`,
  };
}

/**
 * What is kept about an address, with all that its owner can do about it.
 * @param kept `next`: the place of the comments that follow those in `me`; null when these are the last.
 */
export function accountPage(
  { account: words }: PageWords,
  site: Site,
  kept: { me: Me; next: string | null; token: string; said: Said | null },
): Page {
  const { me, next, token, said } = kept;
  const target: Target = { action: "/mine", token };
  const wishes = me.subscriptions.map(
    ({ thread, title, scope }) => html`<li>${words.scopes[scope](title)}
${form(target, "stop", html`<input type="hidden" name="thread" value="${thread}"><button class="quiet" type="submit">${words.stop}</button>`)}</li>`,
  );
  return {
    title: words.title,
    main: html`<p>${words.about(site.title, me.email)}</p>
${saidOf(said, words)}
${me.comments.length === 0 ? html`<p>${words.none}</p>` : ""}
${me.comments.map((comment) => commentMarkup(comment, target, words, { site, isWrong: false }))}
${next === null ? "" : html`<p><a href="/mine?token=${token}&amp;after=${next}">${words.older}</a></p>`}
${wishes.length === 0 ? "" : html`<section><h2>${words.wishes}</h2><ul>${wishes}</ul></section>`}
<section><h2>${words.export.title}</h2>
<p>${words.export.sentence} <a href="/mine/export?token=${token}" download>${words.export.link}</a></p></section>
<section><h2>${words.forget.title}</h2>
${form(
  target,
  "forget",
  html`${enterDoesNothing("/mine")}<p><label><input type="radio" name="texts" value="erase" required> ${words.forget.erase}</label>
<label><input type="radio" name="texts" value="keep"> ${words.forget.keep}</label></p>
<p><button type="submit" class="danger">${words.forget.button}</button></p>`,
)}</section>`,
  };
}

function commentMarkup(
  comment: OwnComment,
  target: Target,
  { labels, states, editable, save, erase, said }: AccountWords,
  { site, isWrong }: { site: Site; isWrong: boolean },
): Markup {
  const time = (iso: string) => html`<time datetime="${iso}">${when(Date.parse(iso), site)}</time>`;
  const id = `text-${comment.id}`;
  const hidden = html`<input type="hidden" name="comment" value="${comment.id}">`;
  const words =
    comment.editableUntil === null
      ? html`<pre dir="auto">${spoken(comment.text, site)}</pre>`
      : form(
          target,
          "edit",
          html`${hidden}<p><label for="${id}">${labels.text}</label>
<textarea dir="auto" id="${id}" name="text" rows="6" required aria-describedby="${isWrong ? `${id}-wrong ` : ""}${id}-note"${isWrong ? html` aria-invalid="true" autofocus` : ""}>${comment.text}</textarea></p>
${isWrong ? html`<p class="wrong" id="${id}-wrong">${said.invalid}</p>` : ""}
<p class="hint" id="${id}-note">${editable(when(Date.parse(comment.editableUntil), site))}</p>
<p><button type="submit">${save}</button></p>`,
        );
  return html`<article>
<h2><a href="${comment.url}" dir="auto">${spoken(comment.title, site)}</a></h2>
<dl><dt>${labels.state}</dt><dd>${states[comment.gone ?? comment.state]}</dd>
<dt>${labels.name}</dt><dd dir="auto">${comment.name}${marks(comment, site)}</dd>
<dt>${labels.written}</dt><dd>${time(comment.writtenAt)}</dd>
${comment.editedAt === null ? "" : html`<dt>${labels.edited}</dt><dd>${time(comment.editedAt)}</dd>`}</dl>
${words}
${form(target, "erase", html`${hidden}<p><button class="quiet" type="submit">${erase}</button></p>`)}
</article>`;
}

function form({ action, token }: Target, act: string, content: Markup): Markup {
  return html`<form method="post" action="${action}">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="act" value="${act}">
${content}
</form>`;
}

function saidOf(said: Said | null, words: AccountWords): Markup {
  return said === null ? html`` : html`<p role="status"><strong>${words.said[said]}</strong></p>`;
}
