import type { Challenge } from "../../wire.ts";
import { button, element } from "../dom.ts";
import type { WritingContext } from "./context.ts";

/** `Code aus dem Bild`: the picture and the field for its code; `reload` is called for another picture, `without` when the reader wants to do without. */
export function pictureField(
  { words }: WritingContext,
  { picture = "", challenge }: Challenge,
  reload: () => void,
  without: () => void,
) {
  const input: HTMLInputElement = element("input", {
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: false,
    required: true,
    oninput: () => (input.ariaInvalid = "false"),
  });
  /** Marks the field and leads the reader to it. */
  const wrong = (): void => {
    input.ariaInvalid = "true";
    input.focus();
  };
  const node = element(
    "div",
    { className: "field code" },
    element("img", { src: picture, alt: words.pictureAlt, width: 280, height: 88 }),
    element(
      "p",
      { className: "acts" },
      button(words.picture, reload),
      button(words.noPicture, without),
    ),
    element("label", {}, words.pictureCode, input),
  );
  return {
    node,
    focus: () => input.focus(),
    wrong,
    /** What is sent for it; empty when the reader has not typed anything yet. */
    solution: (): string =>
      input.value.trim() &&
      btoa(JSON.stringify({ challenge, solution: { code: ascii(input.value) } })),
  };
}

/** What no code has, base64 could not hold either. */
function ascii(text: string): string {
  return text.replace(/[^ -~]/g, "?");
}
