import type { Action, Posted, Reported } from "../../wire.ts";
import type { Answer, FieldErrors } from "../api.ts";
import { ask, asJson } from "./ask.ts";
import type { WritingContext } from "./context.ts";
import { payment } from "./payment.ts";
import type { ReaderSession } from "./session.ts";

/** The service holds what is sent sooner than this after its challenge was made, in milliseconds: no person writes so quickly. */
const tooQuick = 3000;

/** Sends what a reader wrote in a form together with a solved challenge; `submit` and `said`, a live region, tell how it goes. What a signed-in reader sends carries the token. */
export function sender(
  context: WritingContext,
  action: Action,
  submit: HTMLElement,
  said: HTMLElement,
  session?: ReaderSession,
) {
  const { words } = context;
  const { prepare, renew, picture } = payment(context, action, said);
  let busy = false;

  /** Work that is too old, or was used for something else, is done once more, without a word to the reader; a code he has to read again. */
  async function post(
    path: string,
    body: object,
    again = false,
  ): Promise<Answer<Posted | Reported>> {
    const challenge = await prepare();
    if (challenge.why) return challenge;
    if (!challenge.value) return wrongCode(words.codeMissing);
    const isCode = !!picture();
    const paid = { ...body, challenge: challenge.value };
    const call = asJson("POST", paid, session?.headers());
    const answer = await ask<Posted | Reported>(context, path, call);
    if (again || !answer.errors?.some(({ field }) => field === "challenge")) return answer;
    renew();
    if (isCode) {
      await prepare();
      return wrongCode(words.pictureWrong);
    }
    await new Promise((resolve) => setTimeout(resolve, tooQuick));
    return post(path, body, true);
  }

  /** The word about it stands beside the picture. */
  function wrongCode(why: string): Answer<never> {
    picture()?.wrong(why);
    return { why: "" };
  }

  /**
   * Posts `body` with the solution. Answers with what the service answered, or with what is wrong with which field. What is sent again
   * has the same solution, so it counts once however often it is tried.
   */
  async function send(
    path: string,
    body: object,
  ): Promise<
    { posted: Posted | Reported; errors?: undefined } | { posted?: undefined; errors: FieldErrors }
  > {
    if (busy) return { errors: [] };
    busy = true;
    said.textContent = "";
    submit.textContent = words.sending;
    const { value, why, errors = [], status } = await post(path, body);
    busy = false;
    if (value) {
      picture()?.node.replaceWith("");
      return { posted: value };
    }
    if (status === 401) await session?.end(false);
    submit.textContent = words.again;
    said.textContent = status === 401 ? words.signedOut : (why ?? "");
    return { errors };
  }

  return { prepare, renew, send };
}
