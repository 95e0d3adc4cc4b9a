import { element } from "./dom.ts";

/** A labelled input with room for a note: what is wrong with it, or how much room is left (see writing/field-check.ts). */
export interface Field {
  node: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement;
  note: HTMLElement;
}

/** Makes a required field of an input; `id` is its own in the page. */
export function field(id: string, label: string, input: Field["input"]): Field {
  const note = element("p", { id: `${id}-note` });
  Object.assign(input, { id, required: true, dir: "auto" });
  input.setAttribute("aria-describedby", note.id);
  return {
    node: element(
      "div",
      { className: "field" },
      element("label", { htmlFor: id }, label),
      input,
      note,
    ),
    input,
    note,
  };
}
