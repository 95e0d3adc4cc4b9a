import type { Comment, Scope } from "../wire.ts";
import type { Context } from "./context.ts";
import { button, element, linkTo } from "./dom.ts";
import { field, type Field } from "./field.ts";
import { keptText, loadWriting } from "./load-writing.ts";
import { recall, sessionKey } from "./storage.ts";
import type { CommentWriting } from "./writing/comment.ts";

/** The address of the form in the page. */
export const formId = "kommentar-abgeben";

/** Begins an answer to `comment`: the form moves to the end of `place`; `opener` gets the focus back when the reader thinks better of it. */
export type Reply = (comment: Comment, place: HTMLElement, opener: HTMLElement) => void;

/** The one form of the thread: it stands at its home below the thread, or under the comment that is being answered. */
export interface CommentForm {
  home: HTMLElement;
  reply: Reply;
  /** Moves the form home, with what is written in it. */
  goHome: () => void;
  /** To be told when comments were added to the page: whoever is signed in may act on his own. */
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
  /** The number of the comment that is being answered. */
  answered: () => number | undefined;
  goHome: () => void;
}

/** Makes the form. What the reader writes stays in its fields, and only there, until the service has taken it. */
export function commentForm(
  context: Context,
  host: HTMLElement,
  show: FormParts["show"],
): CommentForm {
  const { words } = context;
  let answered: { number: number; opener: HTMLElement } | null = null;
  let writing: CommentWriting | undefined;

  const fields = {
    name: field(words, "name", element("input", { autocomplete: "name" })),
    email: field(words, "email", element("input", { type: "email", autocomplete: "email" })),
    text: field(words, "text", element("textarea", { rows: 6 })),
  };
  const wish = (scope: Scope): HTMLInputElement =>
    element("input", { type: "checkbox", id: `comment-notify-${scope}` });
  const wishes = { replies: wish("replies"), thread: wish("thread") };
  const account = element(
    "span",
    {},
    button(words.signIn, () => void begin().then((begun) => begun?.signIn())),
  );
  const title = element("h3", { tabIndex: -1 });
  const acts = element("p", { className: "acts" });
  const submit = element("button", { className: "send" });
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
    words.notice,
    context.rules && element("a", { href: context.rules }, words.rules),
    context.privacy && element("a", { href: context.privacy }, words.privacy),
  );
  const home = element("div", {});
  const form = element("form", {
    id: formId,
    className: "ui",
    noValidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      void begin().then((begun) => begun?.send());
    },
  });
  body.addEventListener("focusin", () => void begin());
  form.append(title, body, said, acts, notice);

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
    answered: () => answered?.number,
    goHome,
  };

  /** What it takes to write comes when the reader begins; where it does not come, a word about it, and what is written stays. */
  async function begin(): Promise<CommentWriting | undefined> {
    const loaded = await loadWriting(context, said, fields.text.input);
    return (writing ??= loaded?.writeComment(context, parts));
  }

  /** Puts the form at the end of `place`, ready to write a comment or an answer, with what is written in it. */
  function standIn(place: HTMLElement, answer: typeof answered): void {
    answered = answer;
    place.append(form);
    body.hidden = notice.hidden = false;
    said.textContent = "";
    submit.textContent = words.write;
    title.replaceChildren(...(answer ? [words.replyTo, linkTo(answer.number)] : [words.write]));
    acts.replaceChildren(submit, account, answer ? button(words.cancel, cancel) : "");
  }

  function goHome(): void {
    standIn(home, null);
  }

  function cancel(): void {
    const opener = answered?.opener;
    goHome();
    opener?.focus();
  }

  function reply({ number }: Comment, place: HTMLElement, opener: HTMLElement): void {
    standIn(place, { number, opener });
    const all = Object.values(fields);
    (all.find(({ input }) => input.value === "") ?? fields.text).input.focus();
  }

  goHome();
  fields.text.input.value = keptText(context);
  if (recall(sessionKey)) void begin();
  return { home, reply, goHome, added: () => writing?.added() };
}
