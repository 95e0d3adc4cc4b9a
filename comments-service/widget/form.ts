import type { Scope } from "../wire.ts";
import type { Context } from "./context.ts";
import { button, element, ownForm } from "./dom.ts";
import { field, type Field } from "./field.ts";
import { loadWriting } from "./load-writing.ts";
import { keep, recall, sessionKey } from "./storage.ts";
import type { Linked } from "./words/de.ts";
import type { CommentWriting } from "./writing/comment.ts";

/** The address of the form in the page. */
export const formId = "kommentar-abgeben";

/** The one form of the thread: it stands at its home below the thread, or under the comment that is being answered. */
export interface CommentForm {
  home: HTMLElement;
  /** Begins an answer to the comment with this number: the form moves under it. */
  reply: (number: number) => Promise<void>;
  /** Moves the form home while the comments are shown anew. */
  leave: () => void;
  /** To be told when comments were added to the page: one of them may be what is being answered, or the signed-in reader's own. */
  added: () => void;
}

/** The parts of the form that change while the reader writes and sends. */
export interface FormParts {
  form: HTMLFormElement;
  title: HTMLElement;
  fields: Record<"name" | "email" | "text", Field>;
  /** What holds the fields. */
  body: HTMLElement;
  submit: HTMLButtonElement;
  acts: HTMLElement;
  /** A live region: why it failed, or what was done. */
  said: HTMLElement;
  notice: HTMLElement;
  /** What the reader wants to be told of: nothing is ticked beforehand. */
  wishes: Record<Scope, HTMLInputElement>;
  /** Who is signed in, or the button that asks. */
  account: HTMLElement;
  /** The whole thread, and a way to show it anew, with this comment. */
  host: HTMLElement;
  show: (number: number) => Promise<void>;
  home: HTMLElement;
  /** The number of the comment that is being answered; 0 for none. */
  answered: number;
}

/**
 * Makes the form. What the reader writes stays in its fields until the service has taken it. The text, and what it answers, are kept for
 * this visit as well, so that a reload or a look at another page does not lose them.
 */
export function commentForm(
  context: Context,
  host: HTMLElement,
  show: FormParts["show"],
): CommentForm {
  const { words } = context;
  const key = `kolumne-text ${context.thread}`;
  // Where the browser keeps nothing, the text was taken along (see `begin`).
  const kept = String(history.state ?? recall(key));
  let writing: CommentWriting | undefined;

  const fields = {
    name: field("comment-name", words.name, element("input", { autocomplete: "name" })),
    email: field(
      "comment-email",
      words.email,
      element("input", { type: "email", autocomplete: "email" }),
    ),
    text: field(
      "comment-text",
      words.text,
      element("textarea", { rows: 6, value: kept.slice(kept.indexOf(" ") + 1) }),
    ),
  };
  const wish = (name: Scope): HTMLInputElement => element("input", { type: "checkbox", name });
  const wishes = { replies: wish("replies"), thread: wish("thread") };
  const account = element(
    "span",
    {},
    button(words.signIn, () => void begin().then((begun) => begun?.signIn())),
  );
  const title = element("h3", { tabIndex: -1 }, words.write);
  const submit = element("button", { className: "send" }, words.write);
  const acts = element("p", { className: "acts" }, submit, account);
  const said = element("p", { className: "said", role: "status" });
  const body = element(
    "div",
    {},
    element("div", { className: "two" }, fields.name.node, fields.email.node),
    fields.text.node,
    element(
      "fieldset",
      {},
      element("legend", {}, words.notify),
      element("label", {}, wishes.replies, words.scopes.replies),
      element("label", {}, wishes.thread, words.scopes.thread),
    ),
  );
  const notice = element(
    "p",
    { className: "hint" },
    words.required,
    words.notice,
    ...linkIn(words.rules, context.rules),
    ...linkIn(words.privacy, context.privacy),
  );
  const send = (): void => void begin().then((begun) => begun?.send());
  const form = ownForm(send, title, body, said, acts, notice);
  form.id = formId;
  const home = element("div", {}, form);
  body.addEventListener("focusin", () => void begin());

  const parts: FormParts = {
    form,
    title,
    fields,
    body,
    submit,
    acts,
    said,
    notice,
    wishes,
    account,
    host,
    show,
    home,
    answered: parseInt(kept, 10) || 0,
  };

  /** What it takes to write comes when the reader begins; where it does not come, a word about it, and what is written stays. */
  async function begin(): Promise<CommentWriting | undefined> {
    const takeAlong = (): void => history.replaceState(written(), "");
    const loaded = await loadWriting(context, said, takeAlong);
    return (writing ??= loaded?.writeComment(context, parts));
  }

  /** The number that is being answered, and the text; nothing where there is no text. */
  function written(): string {
    const text = fields.text.input.value;
    return text && `${parts.answered} ${text}`;
  }

  /** Where what it takes does not come, the form says so. */
  async function reply(number: number): Promise<void> {
    // At once where it can be: who types on wants the focus to be in the form.
    const begun = writing ?? (await begin());
    if (begun) begun.reply(number);
    else form.scrollIntoView();
  }

  history.replaceState(null, "");
  fields.text.input.addEventListener("input", () => keep(key, written()));
  if (kept || recall(sessionKey)) void begin();
  return {
    home,
    reply,
    leave: () => writing?.leave(),
    added: () => writing?.added(),
  };
}

/** A sentence with a link in it, where there is something to link to. */
function linkIn([before, link, after]: Linked, href: string | undefined): (Node | string)[] {
  return href ? [before, element("a", { href }, link), after] : [];
}
