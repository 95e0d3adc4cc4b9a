import type { Posted, Reported } from "../../wire.ts";
import { button, element } from "../dom.ts";
import type { FormParts } from "../form.ts";
import type { WritingContext } from "./context.ts";
import { fieldCheck } from "./field-check.ts";
import { formPlace } from "./place.ts";
import { markOwn } from "./own-comments.ts";
import { sender } from "./sender.ts";
import { readerSession } from "./session.ts";
import { signInForm } from "./sign-in-form.ts";

/** The comment form, brought to life. */
export type CommentWriting = ReturnType<typeof commentWriting>;

/** Brings the comment form to life; the challenge is prepared when the reader comes to a field, so that sending need not wait. */
export function commentWriting(context: WritingContext, parts: FormParts) {
  const { words } = context;
  const { form, title, fields, body, submit, acts, said, notice, wishes, account, host } = parts;
  const { reply, goHome, leave, settle } = formPlace(context, parts);
  const session = readerSession(context, showSession);
  const { prepare, renew, send } = sender(context, "comment", submit, said, session);
  const all: Record<string, ReturnType<typeof fieldCheck>> = {
    name: fieldCheck(context, "name", fields.name),
    email: fieldCheck(context, "email", fields.email),
    text: fieldCheck(context, "text", fields.text),
  };
  const signInButton = account.firstChild ?? "";
  // No person sees it; whoever fills it in is a program.
  const honeypot = element("input", { name: "website", tabIndex: -1, autocomplete: "off" });
  body.append(element("div", { hidden: true }, honeypot));

  /** Shows who is signed in, and what he may do. */
  function showSession(): void {
    const me = session.me();
    fields.email.node.hidden = !!me;
    if (me && !fields.name.input.value) fields.name.input.value = me.name;
    notice.childNodes[1]?.replaceWith(me ? words.noticeSignedIn : words.notice);
    account.replaceChildren(
      ...(me
        ? [
            words.signedInAs(me.email),
            element("a", { href: `${context.service}/mine` }, words.yours),
            button(words.signOut, () => void session.end(true)),
          ]
        : [signInButton]),
    );
    markOwn(context, host, session, (number) => void changed(number));
  }

  async function changed(number: number): Promise<void> {
    await session.refresh();
    await parts.show(number);
  }

  /** Puts the form that signs in in its place. */
  function signIn(): void {
    const place = signInForm(context, fields.email.input.value, (begun) => {
      place.replaceWith(form);
      if (begun) void session.begin(begun.token, begun.stay);
      (begun ? title : account.querySelector("button"))?.focus();
    });
    form.replaceWith(place);
    place.querySelector("input")?.focus();
  }

  /** Leads the reader to the first field that is marked wrong; answers whether there is one. */
  function toWrong(): boolean {
    const wrong = form.querySelector<HTMLElement>("[aria-invalid=true]");
    wrong?.focus();
    return wrong !== null;
  }

  /** Sends what stands in the form, or says what is wrong with it. */
  async function post(): Promise<void> {
    const isGuest = !session.me();
    const { name, email, text } = fields;
    for (const [key, { check }] of Object.entries(all)) if (isGuest || key !== "email") check();
    if (toWrong()) return;
    const { posted, errors } = await send(`/threads/${context.thread}/comments`, {
      name: name.input.value,
      email: isGuest ? email.input.value : undefined,
      text: text.input.value,
      website: honeypot.value,
      notify: wishes.thread.checked ? "thread" : wishes.replies.checked ? "replies" : undefined,
      replyTo: parts.answered || undefined,
    });
    if (posted) return taken(posted);
    for (const { field, reason } of errors) {
      if (field === "replyTo") said.textContent = words.notFound(parts.answered);
      all[field]?.wrong(reason);
    }
    toWrong();
  }

  /** What was taken is shown, or there is a word about what it waits for. */
  async function taken(posted: Posted | Reported): Promise<void> {
    fields.text.input.value = "";
    fields.text.input.dispatchEvent(new Event("input"));
    for (const wish of Object.values(wishes)) wish.checked = false;
    if (posted.state === "unconfirmed") return waits(true, posted.late);
    if (posted.state !== "published") return waits(false);
    renew();
    goHome();
    await changed(posted.comment.number);
  }

  /** Says that a mail is on its way, and where it may be late; the same solution, sent again, asks for that mail once more. Or that the editors look first. */
  function waits(isMailed: boolean, late?: true): void {
    const again = async (): Promise<void> => {
      if ((await send("/confirm/again", {})).posted) said.textContent = words.mailedAgain;
    };
    const another = button(words.another, () => {
      renew();
      goHome();
      fields.text.input.focus();
    });
    body.hidden = notice.hidden = true;
    title.textContent = words.almost;
    said.textContent = isMailed
      ? words.mailed(fields.email.input.value) + (late ? words.mayBeLate : "")
      : words.held;
    acts.replaceChildren(isMailed ? button(words.mailAgain, () => void again()) : "", another);
    title.focus();
  }

  body.addEventListener("focusin", () => void prepare());
  if (body.contains(document.activeElement)) void prepare();
  void session.refresh();
  return {
    send: post,
    signIn,
    reply,
    leave,
    /** To be told when comments were added to the page. */
    added: (): void => {
      settle();
      markOwn(context, host, session, (number) => void changed(number));
    },
  };
}
