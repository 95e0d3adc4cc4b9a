import { commentAnchor } from "../../domain/comment-anchor.ts";
import { button, linkTo } from "../dom.ts";
import type { FormParts } from "../form.ts";
import type { WritingContext } from "./context.ts";
import { onEscape } from "./small-form.ts";

/** Leads the form to its place: its home, or under the comment that is being answered. What was being answered before the page was loaded still is. */
export function formPlace({ words }: WritingContext, parts: FormParts) {
  const { form, title, fields, body, submit, acts, said, notice, account, host, home } = parts;

  /** The acts of the comment that is being answered; the place for the form is behind them. */
  function opener(): HTMLElement | null {
    return host.querySelector(`#${commentAnchor(parts.answered)} > div > .acts`);
  }

  /** Moves it under the comment that it answers, when that is there. While the form for signing in stands there instead, both stay where they are. */
  function settle(): void {
    const place = opener()?.nextElementSibling ?? home;
    if (home.contains(form) && place !== home) place.append(form);
  }

  /** Moves the form home while the comments are shown anew; what it answers stays. */
  function leave(): void {
    if (form.isConnected || !home.firstChild) home.append(form);
  }

  function begin(number: number): void {
    parts.answered = number;
    // What is written is kept together with what it answers, and what was wrong in the form before is forgotten.
    for (const input of form.querySelectorAll("input, textarea"))
      input.dispatchEvent(new Event("input"));
    home.append(form);
    settle();
    body.hidden = notice.hidden = false;
    said.textContent = "";
    submit.textContent = words.write;
    title.replaceChildren(...(number ? [words.replyTo, linkTo(number)] : [words.write]));
    acts.replaceChildren(submit, account, number ? button(words.cancel, cancel) : "");
  }

  /** Begins a comment that answers none, with what is written in the form. */
  function goHome(): void {
    begin(0);
  }

  function cancel(): void {
    const answer = opener()?.querySelector("button");
    goHome();
    answer?.focus();
  }

  /** Begins an answer to the comment with this number, with what is written in the form. */
  function reply(number: number): void {
    begin(number);
    const empty = body.querySelector<HTMLElement>(":not([hidden]) > :invalid");
    (empty ?? fields.text.input).focus();
  }

  onEscape(form, () => {
    if (parts.answered) cancel();
  });
  if (parts.answered) begin(parts.answered);
  return { reply, goHome, leave, settle };
}
