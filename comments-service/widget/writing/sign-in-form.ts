import type { NewSession, Session, SessionAsked, Verification } from "../../wire.ts";
import type { Answer } from "../api.ts";
import { button, element } from "../dom.ts";
import { field, type Field } from "../field.ts";
import { ask, asJson } from "./ask.ts";
import type { WritingContext } from "./context.ts";
import { tell } from "./field-check.ts";
import { smallForm } from "./small-form.ts";

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
  const said = element("p", { className: "said", role: "status" });
  const submit = element("button", { className: "send" }, words.sendCode);
  const address = field(
    "session-email",
    words.address,
    element("input", { type: "email", autocomplete: "email", value: email }),
  );
  const code = field(
    "session-code",
    words.code,
    element("input", { autocomplete: "one-time-code", inputMode: "numeric" }),
  );
  const stay = element("input", { type: "checkbox" });
  const fields = element(
    "div",
    {},
    element("p", {}, words.signInHint),
    address.node,
    element("fieldset", {}, element("label", {}, stay, words.stay)),
  );
  const leave = (): void => onend();
  const cancel = button(words.cancel, leave);
  const acts = element("p", { className: "acts" }, submit, cancel);
  let attempt = "";
  let busy = false;

  /** Posts what stands in `at`; what is wrong with that is said beside it, what else goes wrong below. */
  async function post<T>(
    path: string,
    body: NewSession | Verification,
    at: Field,
    wrong: string,
  ): Promise<T | undefined> {
    busy = true;
    said.textContent = "";
    const call = asJson("POST", body);
    const { value, why, errors }: Answer<T> = await ask<T>(context, path, call);
    busy = false;
    if (value) return value;
    if (errors) tell(at, wrong, true);
    else said.textContent = why ?? "";
    at.input.focus();
    return undefined;
  }

  async function sendCode(): Promise<void> {
    const to = address.input.value.trim();
    const asked = await post<SessionAsked>("/sessions", { email: to }, address, words.wrong.email);
    if (!asked) return;
    if (!attempt) cancel.before(button(words.codeAgain, () => void sendCode()));
    attempt = asked.attempt;
    fields.replaceChildren(
      element("p", {}, words.codeSent(to) + (asked.late ? words.mayBeLate : "")),
      code.node,
    );
    submit.textContent = words.enter;
    code.input.value = "";
    code.input.focus();
  }

  async function enter(): Promise<void> {
    const given = { attempt, code: code.input.value };
    const session = await post<Session>("/sessions/verify", given, code, words.codeWrong);
    if (session) onend({ token: session.token, stay: stay.checked });
  }

  fields.addEventListener("input", () => {
    for (const each of [address, code]) tell(each, "", false);
  });
  return smallForm(
    () => {
      if (!busy) void (attempt ? enter() : sendCode());
    },
    leave,
    element("h3", { tabIndex: -1 }, words.signInTitle),
    fields,
    said,
    acts,
  );
}
