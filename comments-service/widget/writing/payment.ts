import type { Action, Challenge } from "../../wire.ts";
import type { Answer } from "../api.ts";
import { solve } from "../challenge.ts";
import { ask } from "./ask.ts";
import type { WritingContext } from "./context.ts";
import { button, element } from "../dom.ts";
import { field } from "../field.ts";
import { tell } from "./field-check.ts";
import type { pictureField } from "./picture-field.ts";

/**
 * What pays for what is sent: work that the browser does, or the code from a picture, as the service is set. It is prepared when it is first
 * asked for; a picture stands before `said`.
 */
export function payment(context: WritingContext, action: Action, said: HTMLElement) {
  let kind = "";
  let picture: ReturnType<typeof pictureField> | undefined;
  let prepared: Promise<Answer<string>> | undefined;

  /** Fetches and solves the challenge, or shows the picture. */
  async function prepare(): Promise<Answer<string>> {
    const answer = await (prepared ??= fetched());
    if (answer.why) prepared = undefined;
    // A picture is solved when it is sent, not before.
    return picture && !answer.why ? { value: picture.solution() } : answer;
  }

  /** Begins anew. */
  function renew(): void {
    picture?.node.remove();
    picture = prepared = undefined;
    void prepare();
  }

  async function reload(): Promise<void> {
    renew();
    await prepare();
    picture?.focus();
  }

  async function fetched(): Promise<Answer<string>> {
    const path = `/challenge?thread=${context.thread}&action=${action}${kind}`;
    const { value, why } = await ask<Challenge>(context, path);
    if (!value) return { why };
    try {
      if (value.kind !== "image") return { value: await solve(value.challenge, context.signal) };
      const shown = await import("./picture-field.ts");
      const without = (): void => {
        kind = "&kind=pow";
        renew();
        said.closest("form")?.querySelector<HTMLElement>(".send")?.focus();
      };
      picture = shown.pictureField(
        value,
        { button, element, field, tell },
        () => void reload(),
        without,
      );
      said.before(picture.node);
      return { value: "" };
    } catch {
      // An algorithm that this widget does not know, or the picture's part has gone with a new print.
      return { why: context.words.refused };
    }
  }

  return { prepare, renew, picture: () => picture };
}
