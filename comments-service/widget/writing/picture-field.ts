import type { Challenge } from "../../wire.ts";
import type * as dom from "../dom.ts";
import type * as fields from "../field.ts";
import type * as check from "./field-check.ts";

/** What it is made with; passed in, since a bundle that shares it would be in one more piece. */
type Tools = Pick<typeof dom, "button" | "element"> &
  Pick<typeof fields, "field"> &
  Pick<typeof check, "tell">;

// Loaded only where the service asks for a code, so its words stand here.
const words = {
  de: {
    code: "Code aus dem Bild *",
    alt: "Ein Bild mit einem Code. Wer es nicht lesen kann, nimmt „Ohne Bild weiter“.",
    another: "Anderes Bild",
    without: "Ohne Bild weiter",
  },
  en: {
    code: "Code from the image *",
    alt: "An image with a code. If you cannot read it, choose “Continue without image”.",
    another: "Another image",
    without: "Continue without image",
  },
};

/** Several forms of a page may ask for a code. */
let asked = 0;

/** `Code aus dem Bild`: the picture and the field for its code; `reload` is called for another picture, `without` when the reader wants to do without. */
export function pictureField(
  { picture = "", challenge }: Challenge,
  { button, element, field, tell }: Tools,
  reload: () => void,
  without: () => void,
) {
  // Written so that a build can leave the other language out (see element.ts).
  const word = document.documentElement.lang === "de" ? words.de : words.en;
  const code = field(
    `code-${++asked}`,
    word.code,
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
    element("img", { src: picture, alt: word.alt, width: 280, height: 88 }),
    element(
      "p",
      { className: "acts" },
      button(word.another, reload),
      button(word.without, without),
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
