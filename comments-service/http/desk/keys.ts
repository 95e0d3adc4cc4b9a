import { raw } from "hono/html";
import { sourceHash } from "../pages/style.ts";

/**
 * The desk's keys, on the comment that is chosen. It runs in the browser, as it stands: nothing from outside this function can be used in it. Every key only does what
 * a button or a link of the page does.
 */
function keys(): void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-comment]")];
  const current = () => document.activeElement?.closest<HTMLElement>("[data-comment]") ?? null;
  const press = (within: ParentNode | null, selector: string) =>
    within?.querySelector<HTMLElement>(selector)?.click();

  const go = (step: number) => {
    const here = current();
    const at = here === null ? (step > 0 ? -1 : items.length) : items.indexOf(here);
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const choose = (act: string) => {
    const details = current()?.querySelector<HTMLDetailsElement>(`details[data-act=${act}]`);
    if (!details) return;
    details.open = true;
    details.querySelector("button")?.focus();
  };

  const acts: Record<string, () => unknown> = {
    j: () => go(1),
    k: () => go(-1),
    p: () => {
      // Whoever has opened the reasons for removing it does not mean to publish it.
      if (current()?.querySelector("details[open]") === null)
        press(current(), "[data-act=publish],[data-act=keep]");
    },
    r: () => choose("reject"),
    h: () => choose("hide"),
    x: () => press(current(), "input[type=checkbox]"),
    o: () => press(current(), "a[data-act=open]"),
    u: () => press(document, "[data-act=undo]"),
    "/": () => document.querySelector<HTMLElement>("input[type=search]")?.focus(),
    "?": () => {
      const list = document.querySelector<HTMLDetailsElement>("details[data-act=keys]");
      if (!list) return;
      list.open = !list.open;
      list.querySelector("summary")?.focus();
    },
  };

  document.addEventListener("keydown", (event) => {
    // A key that is held down would act on what it did not mean.
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (event.repeat && !"jk".includes(event.key))
    )
      return;
    const target = event.target instanceof Element ? event.target : null;
    // Whoever writes, writes. A checkbox takes no letters.
    if (target?.closest("input:not([type=checkbox]),textarea,select")) return;
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

const script = `(${keys.toString()})()`;

/** The desk's script, inline. */
export const deskScript = raw(`<script>${script}</script>`);

let hash: Promise<string> | undefined;

/** What the desk's policy names its script by. */
export function deskScriptHash(): Promise<string> {
  return (hash ??= sourceHash(script));
}
