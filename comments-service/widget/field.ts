import { element } from "./dom.ts";
import type { Words } from "./words/de.ts";

/** A labelled input with room for a note: what is wrong with it, or how much room is left (see writing/field-check.ts). */
export interface Field {
  node: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  note: HTMLElement;
}

/** Makes the required field `name`. */
export function field(words: Words, name: "name" | "email" | "text", input: Field["input"]): Field {
  const id = `comment-${name}`;
  const note = element("p", { id: `${id}-note` });
  Object.assign(input, { id, name, required: true, dir: "auto" });
  input.setAttribute("aria-describedby", note.id);
  const label = element("label", { htmlFor: id }, words[name]);
  return { node: element("div", { className: "field" }, label, input, note), input, note };
}
