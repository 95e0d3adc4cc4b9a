import { element } from "./dom.ts";
import type { Words } from "./words/de.ts";

/** A labelled input with its note: what is wrong with it, or how much room is left. */
export interface Field {
  node: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  /** Says what is wrong, beside the field. */
  wrong: (reason: string) => void;
  /** Checks what the reader wrote, as far as that can be done here, and says what is wrong. */
  check: () => void;
}

/** Makes the required field `name`, which holds up to `limit` characters (Unicode code points, as the service counts). */
export function field(
  words: Words,
  name: keyof Words["wrong"],
  limit: number,
  input: Field["input"],
): Field {
  const id = `comment-${name}`;
  const note = element("p", { id: `${id}-note` });

  const left = (): number => limit - Array.from(input.value.trim()).length;
  const tell = (text: string, invalid: boolean): void => {
    note.textContent = text;
    input.ariaInvalid = String(invalid);
  };
  const wrong = (reason: string): void =>
    tell(reason === "too-long" ? words.left(left()) : words.wrong[name], true);
  const check = (): void => {
    if (left() === limit || !input.validity.valid) wrong("missing");
    else if (left() < 0) wrong("too-long");
  };

  const oninput = (): void => tell(left() < limit / 10 ? words.left(left()) : "", false);
  Object.assign(input, { id, name, required: true, oninput });
  input.setAttribute("aria-describedby", note.id);

  const label = element("label", { htmlFor: id }, words[name]);
  return { node: element("div", { className: "field" }, label, input, note), input, wrong, check };
}
