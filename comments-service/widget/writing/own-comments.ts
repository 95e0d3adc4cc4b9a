import type { OwnComment, Posted } from "../../wire.ts";
import { ask, type Answer } from "../api.ts";
import { asJson } from "./ask.ts";
import { commentAnchor } from "../../domain/comment-anchor.ts";
import { button, element } from "../dom.ts";
import { field } from "../field.ts";
import { keep, recall } from "../storage.ts";
import type { WritingContext } from "./context.ts";
import { fieldCheck } from "./field-check.ts";
import type { ReaderSession } from "./session.ts";
import { smallForm } from "./small-form.ts";

/**
 * Puts `Bearbeiten` and `Löschen` beside the acts of whatever in `host` is the signed-in reader's own; what is there already stays as it
 * is, since the reader may be writing in it. Takes them away when nobody is signed in.
 * @param done is called with the number of the comment that was changed.
 */
export function markOwn(
  context: WritingContext,
  host: HTMLElement,
  session: ReaderSession,
  done: (number: number) => void,
): void {
  const me = session.me();
  if (!me) for (const old of host.querySelectorAll(".own")) old.remove();
  for (const own of me?.comments ?? []) {
    const { number } = own;
    if (encodeURIComponent(own.thread) !== context.thread || number === null) continue;
    const acts = host.querySelector(`#${commentAnchor(number)} > div > .acts`);
    if (acts?.querySelector(".own") !== null) continue;
    acts.insertBefore(
      ownActs(context, own, session, () => done(number)),
      acts.lastChild,
    );
  }
}

function ownActs(
  context: WritingContext,
  own: OwnComment,
  session: ReaderSession,
  done: () => void,
): HTMLElement {
  const { words } = context;
  const said = element("p", { className: "said", role: "status" });
  const place = element("div", {});
  const view = element("div", { className: "own" });

  const key = `kolumne-text ${own.id}`;

  const call = (method: string, body?: object): Promise<Answer<Posted>> =>
    ask(context, `/comments/${own.id}`, asJson(method, body, session.headers()));

  async function act(method: string, body?: object): Promise<void> {
    const { why, errors, status } = await call(method, body);
    if (status === 401) return session.end(false);
    if (why) said.textContent = errors?.[0]?.reason === "expired" ? words.tooLate : why;
    else {
      keep(key, "");
      done();
    }
  }

  /** Opens a small form under the comment; `opener` gets the focus back. */
  function open(opener: HTMLElement, send: string, onsend: () => void, ...content: HTMLElement[]) {
    // What was changed is still there when it is opened again, unless it is cancelled.
    const close = (): void => {
      place.replaceChildren();
      opener.focus();
    };
    const cancel = (): void => {
      keep(key, "");
      close();
    };
    const form = smallForm(
      onsend,
      close,
      ...content,
      said,
      element(
        "p",
        { className: "acts" },
        element("button", { className: "send" }, send),
        button(words.cancel, cancel),
      ),
    );
    said.textContent = "";
    place.replaceChildren(form);
    form.querySelector<HTMLElement>("textarea, button")?.focus();
  }

  const edit = button(words.edit, () => {
    const input = element("textarea", {
      rows: 6,
      value: recall(key) || own.text,
      oninput: () => keep(key, input.value),
    });
    const text = field(`text-${own.id}`, words.text, input);
    const { check } = fieldCheck(context, "text", text);
    const save = (): void => {
      check();
      if (input.ariaInvalid === "true") input.focus();
      else void act("PATCH", { text: input.value });
    };
    open(edit, words.save, save, text.node);
  });
  const erase = button(words.erase, () => {
    const now = (): void => void act("DELETE");
    open(erase, words.eraseNow, now, element("p", {}, words.reallyErase));
  });
  if (own.editableUntil) view.append(edit);
  view.append(erase, place);
  return view;
}
