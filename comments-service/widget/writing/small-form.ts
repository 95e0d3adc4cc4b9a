import { ownForm } from "../dom.ts";

/** A form of the page's own: `send` is called when it is sent, `leave` when Esc is pressed in it. */
export function smallForm(
  send: () => void,
  leave: () => void,
  ...content: Node[]
): HTMLFormElement {
  const form = ownForm(send, ...content);
  onEscape(form, leave);
  return form;
}

/** Calls `leave` when Esc is pressed within; one that ends an input method's choice does not count. */
export function onEscape(within: HTMLElement, leave: () => void): void {
  within.addEventListener("keydown", ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing) leave();
  });
}
