import type { Comment, Reason, limits as wireLimits } from "../../wire.ts";
import { button, element } from "../dom.ts";
import type { WritingContext } from "./context.ts";
import { sender } from "./sender.ts";
import { onEscape, smallForm } from "./small-form.ts";

/** The wire's limit, held equal by its type (see field-check.ts). */
const maxLength: (typeof wireLimits)["message"] = 1000;

/**
 * The form that reports `comment`, in `view` under its `summary`: each reason is a button, so spam takes one step. What is illegal can be
 * told in due form, to be decided with reasons.
 */
export function makeReportForm(
  context: WritingContext,
  comment: Comment,
  view: HTMLDetailsElement,
  summary: HTMLElement,
): HTMLFormElement {
  const { words } = context;
  const said = element("p", { className: "said", role: "status" });
  const { prepare, send } = sender(context, "report", said, said);
  let chosen: Reason = "spam";

  async function report(): Promise<void> {
    const body = { reason: chosen, message: message.value };
    if (!(await send(`/comments/${comment.id}/reports`, body)).posted) return;
    fields.remove();
    said.textContent = words.reported;
    summary.focus();
  }

  const close = (): void => {
    view.open = false;
    summary.focus();
  };
  const because = (reason: keyof typeof words.reasons): HTMLButtonElement =>
    button(words.reasons[reason], () => {
      chosen = reason;
      void report();
    });
  const spam = because("spam");
  spam.className = "send";
  const message = element("textarea", { rows: 2, maxLength, dir: "auto" });
  const fields = element(
    "div",
    {},
    element("p", { className: "acts" }, spam),
    element("label", {}, words.message, message),
    element("p", { className: "acts" }, because("insult"), because("other")),
    element(
      "p",
      { className: "hint" },
      element(
        "a",
        { href: `${context.service}/notices/new?comment=${comment.id}` },
        words.toNotice,
      ),
    ),
    element("p", { className: "acts" }, button(words.cancel, close)),
  );
  onEscape(view, close);
  void prepare();
  return smallForm(() => void report(), close, fields, said);
}
