/*
 * The desk's script, on the comment that is chosen. Every key only does what a button or a link of the page does. Whoever has opened the reasons for
 * removing a comment does not mean to publish it. A key that is held down would act on what it did not mean. Whoever writes, writes; a checkbox takes no
 * letters.
 */
(() => {
  const items = [...document.querySelectorAll("[data-comment]")];
  const current = () => document.activeElement?.closest("[data-comment]") ?? null;
  const press = (within, selector) => within?.querySelector(selector)?.click();
  const go = (step) => {
    const here = current();
    const at = here === null ? (step > 0 ? -1 : items.length) : items.indexOf(here);
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const choose = (act) => {
    const details = current()?.querySelector("details[data-act=" + act + "]");
    if (!details) return;
    details.open = true;
    details.querySelector("button")?.focus();
  };
  const acts = {
    j: () => go(1),
    k: () => go(-1),
    p: () => {
      if (current()?.querySelector("details[open]") === null)
        press(current(), "[data-act=publish],[data-act=keep]");
    },
    r: () => choose("reject"),
    h: () => choose("hide"),
    x: () => press(current(), "input[type=checkbox]"),
    o: () => press(current(), "a[data-act=open]"),
    u: () => press(document, "[data-act=undo]"),
    "/": () => document.querySelector("input[type=search]")?.focus(),
    "?": () => {
      document.querySelector("#keys")?.togglePopover();
    },
  };
  // After an act the next comment has the focus and stands where the last one stood, below the line that says what was done.
  addEventListener("submit", ({ submitter }) => {
    const chosen = document.querySelectorAll("[data-comment]:has(.pick input:checked)");
    const item = submitter?.closest("[data-comment],.said") ?? [...chosen].at(-1);
    if (!item) return;
    const top = Math.min(Math.max(item.getBoundingClientRect().top, 0), innerHeight / 2);
    sessionStorage.setItem("desk-top", String(top));
  });
  addEventListener("pageshow", () => {
    const next = location.hash.startsWith("#c-") && document.querySelector(location.hash);
    const top = sessionStorage.getItem("desk-top");
    if (!next || top === null) return;
    sessionStorage.removeItem("desk-top");
    let above = 0;
    for (
      let line = next.previousElementSibling;
      line?.matches(".decided");
      line = line.previousElementSibling
    )
      above += line.offsetHeight;
    next.focus({ preventScroll: true });
    scrollBy(0, next.getBoundingClientRect().top - Math.max(Number(top), above));
  });
  const news = document.querySelector("[data-news]");
  const askForNews = async () => {
    if (document.hidden) return;
    const answer = await fetch(news.dataset.news, { redirect: "error" });
    const count = answer.ok ? Number(await answer.text()) : 0;
    if (!(count > 0)) return;
    news.firstElementChild.textContent = news.dataset.says.replace("#", count);
    news.hidden = false;
  };
  if (news) setInterval(() => void askForNews().catch(() => {}), 60000);
  const count = document.querySelector("[data-chosen]");
  const boxes = [...document.querySelectorAll(".pick input")];
  const all = document.querySelector("[data-act=all]");
  const say = () => {
    const text = count.dataset.chosen.replace("#", boxes.filter((box) => box.checked).length);
    if (count.textContent !== text) count.textContent = text;
  };
  if (count) {
    all.hidden = false;
    addEventListener("change", say);
    addEventListener("pageshow", say);
    all.addEventListener("click", () => {
      for (const box of boxes) box.checked = true;
      say();
    });
  }
  // What is open closes, and what opened it has the focus. The browser itself closes the list of keys.
  const close = (here) => {
    const open = here ?? [...document.querySelectorAll("main details[open]")].at(-1);
    if (!open || document.querySelector(":popover-open")) return;
    open.open = false;
    open.querySelector("summary").focus();
  };
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const isField =
      target instanceof Element && target.closest("input:not([type=checkbox]),textarea,select");
    if (key === "Escape" && !isField) close(target.closest?.("details[open]"));
    if (document.querySelector("[data-keys=off]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.repeat && key !== "j" && key !== "k") return;
    if (isField || !Object.hasOwn(acts, key)) return;
    event.preventDefault();
    acts[key]();
  });
})();

/*
 * The buttons beside text blocks (`http/desk/text-block-list.ts`), which stand there only with this script. What is put in stands where the cursor is,
 * behind other words as a paragraph of its own.
 */
(() => {
  for (const button of document.querySelectorAll("[data-into]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.into);
      const text = button.parentElement.querySelector("[data-text]").textContent;
      const { selectionStart: from, selectionEnd: to, value } = field;
      const gap = from === value.length && /\S$/u.test(value) ? "\n\n" : "";
      field.setRangeText(gap + text, from, to, "end");
      field.focus();
    });
  }
})();
