import type { Action, Challenge } from "../wire.ts";
import { ask, type Answer, type FieldErrors } from "./api.ts";
import { solve } from "./challenge.ts";
import type { Context } from "./context.ts";
import { element } from "./dom.ts";

/** A form, still empty, that sends what a reader wrote together with a solved challenge, and says what happens. */
export interface SendingForm {
  form: HTMLFormElement;
  submit: HTMLButtonElement;
  /** A live region: why it failed, or what was done. */
  said: HTMLElement;
  /** Fetches and solves the challenge; to be called when the reader begins, so that sending need not wait. */
  prepare: () => unknown;
  /**
   * Posts `body` with the solution. Answers with null when it was taken, else with what is wrong with which field. What is sent again has
   * the same solution, so it counts once however often it is tried.
   */
  send: (path: string, body: object) => Promise<FieldErrors | null>;
}

/** Makes such a form; `onsend` is called when the reader sends it. */
export function sendingForm(
  context: Context,
  action: Action,
  onsend: () => Promise<void>,
): SendingForm {
  const { words } = context;
  const submit = element("button", { className: "send" });
  const said = element("p", { className: "said", role: "status" });
  const form = element("form", {
    className: "ui",
    noValidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      void onsend();
    },
  });
  let solution: Promise<Answer<string>> | undefined;
  let busy = false;

  async function prepare(): Promise<Answer<string>> {
    const answer = await (solution ??= solved(context, action));
    if (answer.why) solution = undefined;
    return answer;
  }

  /** A solution that is too old, or was used for something else, is replaced once, without a word to the reader. */
  async function post(path: string, body: object, again = false): Promise<Answer<unknown>> {
    const challenge = await prepare();
    if (challenge.why) return challenge;
    const answer = await ask(context, path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, challenge: challenge.value }),
    });
    if (again || !answer.errors?.some(({ field }) => field === "challenge")) return answer;
    solution = undefined;
    return post(path, body, true);
  }

  async function send(path: string, body: object): Promise<FieldErrors | null> {
    if (busy) return [];
    busy = true;
    submit.textContent = words.sending;
    said.textContent = "";
    const { why, errors = [] } = await post(path, body);
    busy = false;
    if (!why) return null;
    submit.textContent = words.again;
    said.textContent = why;
    return errors;
  }

  return { form, submit, said, prepare, send };
}

async function solved(context: Context, action: Action): Promise<Answer<string>> {
  const path = `/challenge?thread=${context.thread}&kind=pow&action=${action}`;
  const { value, why } = await ask<Challenge>(context, path);
  try {
    return value ? { value: await solve(value.challenge, context.signal) } : { why };
  } catch {
    // No Web Crypto (a page over plain http), or an algorithm that this widget does not know.
    return { why: context.words.refused };
  }
}
