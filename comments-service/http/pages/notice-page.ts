import { html } from "hono/html";
import type { FieldErrors } from "../../domain/comment.ts";
import type { NoticeInput } from "../../domain/notice.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { KeptNotice } from "../../store/port/notices.ts";
import { limits } from "../../wire.ts";
import { noticeWords } from "./notice-words.ts";
import type { Markup } from "./shell.ts";

/** What the form is about: a published comment. */
export interface NoticedComment {
  id: string;
  number: number;
  text: string;
  link: string;
}

/** The form for a notice of illegal content (DSA Art. 16(2)). `form` names this very form, so that it counts once. */
export function noticePage(
  { language }: Site,
  { id, number, text, link }: NoticedComment,
  form: string,
  given: NoticeInput,
  errors: FieldErrors,
): { title: string; main: Markup } {
  const words = noticeWords[language];
  const wrong = (field: keyof typeof words.wrong) =>
    errors.some((error) => error.field === field)
      ? html`<p class="wrong" id="${field}-wrong">${words.wrong[field]}</p>`
      : "";
  const marks = (field: keyof typeof words.wrong) =>
    errors.some((error) => error.field === field)
      ? html` aria-invalid="true" aria-describedby="${field}-wrong"`
      : "";
  return {
    title: words.title,
    main: html`<p>${words.intro}</p>
<p><a href="${link}">${words.about(number)}</a></p>
<blockquote><pre dir="auto">${text}</pre></blockquote>
<form method="post" action="/notices">
<input type="hidden" name="comment" value="${id}"><input type="hidden" name="form" value="${form}">
<p><label for="reason">${words.reason}</label><textarea dir="auto" id="reason" name="reason" rows="6" maxlength="${limits.text}" required${marks("reason")}>${given.reason}</textarea></p>${wrong("reason")}
<p><label for="name">${words.name}</label><input dir="auto" id="name" name="name" autocomplete="name" maxlength="${limits.name}" value="${given.name}"${marks("name")}></p>${wrong("name")}
<p><label for="email">${words.email}</label><input id="email" name="email" type="email" autocomplete="email" maxlength="${limits.email}" value="${given.email}"${marks("email")}></p>${wrong("email")}
<p><label><input type="checkbox" name="abuse" value="yes"${given.isAbuse ? html` checked` : ""}> ${words.abuse}</label></p>
<p><label><input type="checkbox" name="faith" value="yes" required${given.isGoodFaith ? html` checked` : ""}${marks("faith")}> ${words.faith}</label></p>${wrong("faith")}
<p hidden><label for="website">${words.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<p><button type="submit">${words.send}</button></p>
<p class="hint">${words.required}</p>
</form>`,
  };
}

/** What became of a notice. */
export function noticeSaid(
  said: "received" | "busy" | "missing",
  { language }: Site,
): { title: string; main: Markup } {
  const { title, sentence } = noticeWords[language][said];
  return { title, main: html`<p>${sentence}</p>` };
}

/** The form for an objection (DSA Art. 20). */
export function objectionPage(
  { language }: Site,
  { grounds }: KeptNotice,
  token: string,
): { title: string; main: Markup } {
  const { objection: words } = noticeWords[language];
  return {
    title: words.title,
    main: html`<p>${words.intro}</p>
<p>${words.grounds}</p><blockquote><pre dir="auto">${grounds}</pre></blockquote>
<form method="post" action="/objections"><input type="hidden" name="token" value="${token}">
<p><label for="text">${words.text}</label><textarea dir="auto" id="text" name="text" rows="6" maxlength="${limits.text}" required></textarea></p>
<p><button type="submit">${words.send}</button></p></form>`,
  };
}

/** What became of an objection. */
export function objectionSaid(
  said: "given" | "over" | "unknown",
  { language }: Site,
): { title: string; main: Markup } {
  const { title, sentence } = noticeWords[language].objection[said];
  return { title, main: html`<p>${sentence}</p>` };
}
