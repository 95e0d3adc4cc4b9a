import type { Comment, limits as wireLimits } from "../wire.ts";
import type { Context } from "./context.ts";
import { button, element, linkTo } from "./dom.ts";
import { field, type Field } from "./field.ts";
import { sendingForm } from "./sending-form.ts";

/** The address of the form in the page. */
export const formId = "kommentar-abgeben";

/** The wire's limits, held equal by their type: importing their value would bring the wire's schemas along, 1.7 kB. */
const limits: Pick<typeof wireLimits, "name" | "email" | "text"> = {
  name: 80,
  email: 254,
  text: 5000,
};

/** Begins an answer to `comment`: the form moves to the end of `place`; `opener` gets the focus back when the reader thinks better of it. */
export type Reply = (comment: Comment, place: HTMLElement, opener: HTMLElement) => void;

/** The one form of the thread: it stands at its home below the thread, or under the comment that is being answered. */
export interface CommentForm {
  home: HTMLElement;
  reply: Reply;
  /** Moves the form home, with what is written in it. */
  goHome: () => void;
}

/** Makes the form. What the reader writes stays in its fields, and only there, until the service has taken it. */
export function commentForm(context: Context): CommentForm {
  const { words } = context;
  const { form, submit, said, prepare, send } = sendingForm(context, "comment", post);
  let answered: { number: number; opener: HTMLElement } | null = null;

  const name = field(words, "name", limits.name, element("input", { autocomplete: "name" }));
  const email = field(
    words,
    "email",
    limits.email,
    element("input", { type: "email", autocomplete: "email" }),
  );
  const text = field(words, "text", limits.text, element("textarea", { rows: 6 }));
  const all: Record<string, Field> = { name, email, text };

  const title = element("h3", { tabIndex: -1 });
  const acts = element("p", { className: "acts" });
  const fields = element(
    "div",
    {},
    element("div", { className: "two" }, name.node, email.node),
    text.node,
  );
  const notice = element(
    "p",
    { className: "hint" },
    words.notice,
    context.rules && element("a", { href: context.rules }, words.rules),
    context.privacy && element("a", { href: context.privacy }, words.privacy),
  );
  const home = element("div", {});
  fields.addEventListener("focusin", prepare);
  form.id = formId;
  form.append(title, fields, said, acts, notice);

  /** Puts the form at the end of `place`, ready to write a comment or an answer, with what is written in it. */
  function standIn(place: HTMLElement, answer: typeof answered): void {
    answered = answer;
    place.append(form);
    fields.hidden = notice.hidden = false;
    said.textContent = "";
    submit.textContent = words.write;
    title.replaceChildren(...(answer ? [words.replyTo, linkTo(answer.number)] : [words.write]));
    acts.replaceChildren(submit, answer ? button(words.cancel, cancel) : "");
  }

  const goHome = (): void => standIn(home, null);

  function cancel(): void {
    const opener = answered?.opener;
    goHome();
    opener?.focus();
  }

  /** Leads the reader to the first field that is marked wrong; answers whether there is one. */
  function toWrong(): boolean {
    const wrong = form.querySelector<HTMLElement>("[aria-invalid=true]");
    wrong?.focus();
    return wrong !== null;
  }

  async function post(): Promise<void> {
    for (const { check } of Object.values(all)) check();
    if (toWrong()) return;
    const address = email.input.value;
    const errors = await send(`/threads/${context.thread}/comments`, {
      ...Object.fromEntries(new FormData(form)),
      replyTo: answered?.number,
    });
    if (errors === null) return posted(address);
    for (const { field, reason } of errors) {
      if (field === "replyTo") said.textContent = words.notFound(answered?.number ?? 0);
      all[field]?.wrong(reason);
    }
    toWrong();
  }

  /** Says that a mail is on its way. The same solution, sent again, asks for that mail once more. */
  function posted(address: string): void {
    const again = async (): Promise<void> => {
      if ((await send("/confirm/again", {})) === null) said.textContent = words.mailedAgain;
    };
    const another = (): void => {
      goHome();
      text.input.focus();
    };
    fields.hidden = notice.hidden = true;
    text.input.value = "";
    text.input.dispatchEvent(new Event("input"));
    title.textContent = words.almost;
    said.textContent = words.mailed(address);
    acts.replaceChildren(
      button(words.mailAgain, () => void again()),
      button(words.another, another),
    );
    title.focus();
  }

  function reply({ number }: Comment, place: HTMLElement, opener: HTMLElement): void {
    standIn(place, { number, opener });
    (Object.values(all).find(({ input }) => input.value === "") ?? text).input.focus();
  }

  goHome();
  return { home, reply, goHome };
}
