import type { Challenge } from "../../wire.ts";
import { button, element } from "../dom.ts";
import { field } from "../field.ts";
import type { WritingContext } from "./context.ts";
import { tell } from "./field-check.ts";

/** Several forms of a page may ask for a code. */
let asked = 0;

/** `Code aus dem Bild`: the picture and the field for its code; `reload` is called for another picture, `without` when the reader wants to do without. */
export function pictureField(
  { words }: WritingContext,
  { picture = "", challenge }: Challenge,
  reload: () => void,
  without: () => void,
) {
  const code = field(
    `code-${++asked}`,
    words.pictureCode,
    element("input", {
      autocomplete: "off",
      autocapitalize: "characters",
      spellcheck: false,
      oninput: () => tell(code, "", false),
    }),
  );
  const { node, input } = code;
  node.className += " code";
  node.prepend(
    element("img", { src: picture, alt: words.pictureAlt, width: 280, height: 88 }),
    element(
      "p",
      { className: "acts" },
      button(words.picture, reload),
      button(words.noPicture, without),
    ),
  );
  return {
    node,
    focus: () => input.focus(),
    /** Says beside the field what is wrong, and leads the reader to it. */
    wrong: (why: string): void => {
      tell(code, why, true);
      input.focus();
    },
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
