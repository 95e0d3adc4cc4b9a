import type { NewSession, Session, SessionAsked, Verification } from "../../wire.ts";
import type { Answer } from "../api.ts";
import { button, element } from "../dom.ts";
import { ask } from "./ask.ts";
import type { WritingContext } from "./context.ts";

/**
 * The form that signs a reader in: an address, then the code that was mailed to it.
 * @param email to begin with.
 * @param onend is called with the session, or with nothing when the reader thinks better of it.
 */
export function signInForm(
  context: WritingContext,
  email: string,
  onend: (session?: { token: string; stay: boolean }) => void,
): HTMLFormElement {
  const { words } = context;
  const title = element("h3", { tabIndex: -1 }, words.signInTitle);
  const said = element("p", { className: "said", role: "status" });
  const submit = element("button", { className: "send" }, words.sendCode);
  const address = element("input", { type: "email", autocomplete: "email", value: email });
  const code = element("input", { autocomplete: "one-time-code", inputMode: "numeric" });
  const stay = element("input", { type: "checkbox" });
  const fields = element(
    "div",
    {},
    element("p", {}, words.signInHint),
    element("div", { className: "field" }, element("label", {}, words.address, address)),
    element("fieldset", {}, element("label", {}, stay, words.stay)),
  );
  const acts = element(
    "p",
    { className: "acts" },
    submit,
    button(words.cancel, () => onend()),
  );
  let attempt = "";
  let busy = false;

  async function post<T>(path: string, body: NewSession | Verification): Promise<Answer<T>> {
    busy = true;
    said.textContent = "";
    const answer = await ask<T>(context, path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    busy = false;
    return answer;
  }

  async function sendCode(): Promise<void> {
    const to = address.value.trim();
    const { value, why, errors } = await post<SessionAsked>("/sessions", { email: to });
    if (!value) {
      said.textContent = errors ? words.wrong.email : (why ?? "");
      return address.focus();
    }
    attempt = value.attempt;
    fields.replaceChildren(
      element("p", {}, words.codeSent(to) + (value.late ? words.mayBeLate : "")),
      element("div", { className: "field" }, element("label", {}, words.code, code)),
    );
    submit.textContent = words.enter;
    acts.replaceChildren(
      submit,
      button(words.codeAgain, () => void sendCode()),
      button(words.cancel, () => onend()),
    );
    code.value = "";
    code.focus();
  }

  async function enter(): Promise<void> {
    const { value, why, errors } = await post<Session>("/sessions/verify", {
      attempt,
      code: code.value,
    });
    if (value) return onend({ token: value.token, stay: stay.checked });
    said.textContent = errors ? words.codeWrong : (why ?? "");
    code.focus();
  }

  return element(
    "form",
    {
      className: "ui",
      noValidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (!busy) void (attempt ? enter() : sendCode());
      },
    },
    title,
    fields,
    said,
    acts,
  );
}
