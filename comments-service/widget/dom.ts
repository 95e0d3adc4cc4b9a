import { commentAnchor } from "../domain/comment-anchor.ts";
/**
 * Makes an element with these properties. Children that are strings become text and never markup; what is empty or nothing is left out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Omit<Partial<HTMLElementTagNameMap[Tag]>, "innerHTML" | "outerHTML" | "style">,
  ...children: (Node | string | false | null | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children.filter((child): child is Node | string => !!child));
  return made;
}

/** A button that acts in place; it never sends a form. */
export function button(text: string, onclick: () => void): HTMLButtonElement {
  return element("button", { type: "button", onclick }, text);
}

/** A form that calls `send` instead of being sent, and says itself what is wrong in it. */
export function ownForm(send: () => void, ...content: Node[]): HTMLFormElement {
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    send();
  };
  return element("form", { className: "ui", noValidate: true, onsubmit }, ...content);
}

/** A link to a comment: its number, `[3]`, unless it says something else. */
export function linkTo(
  number: number,
  className = "",
  content: Node | string = `[${number}]`,
): HTMLAnchorElement {
  return element("a", { href: `#${commentAnchor(number)}`, className }, content);
}
