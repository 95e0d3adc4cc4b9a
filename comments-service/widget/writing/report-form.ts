import type { Comment, limits as wireLimits } from "../../wire.ts";
import { button, element } from "../dom.ts";
import type { WritingContext } from "./context.ts";
import { sender } from "./sender.ts";

/** The wire's limit, held equal by its type (see field-check.ts). */
const maxLength: (typeof wireLimits)["message"] = 1000;

/** The form that reports `comment`, in `view` under its `summary`. */
export function makeReportForm(
  context: WritingContext,
  comment: Comment,
  view: HTMLDetailsElement,
  summary: HTMLElement,
): HTMLFormElement {
  const { words } = context;
  const submit = element("button", { className: "send" }, words.sendReport);
  const said = element("p", { className: "said", role: "status" });
  const { prepare, send } = sender(context, "report", submit, said);

  async function report(): Promise<void> {
    const body = Object.fromEntries(new FormData(form));
    if (!(await send(`/comments/${comment.id}/reports`, body)).posted) return;
    fields.remove();
    said.textContent = words.reported;
    summary.focus();
  }

  const close = (): void => {
    view.open = false;
    summary.focus();
  };
  const reasons = Object.entries(words.reasons).map(([value, text]) =>
    element(
      "label",
      {},
      element("input", { type: "radio", name: "reason", value, checked: value === "spam" }),
      text,
    ),
  );
  // What is illegal may be told in due form, to be decided with reasons; a report stays possible.
  const toNotice = element(
    "p",
    { className: "hint", hidden: true },
    element("a", { href: `${context.service}/notices/new?comment=${comment.id}` }, words.toNotice),
  );
  const fields = element(
    "div",
    {},
    element("fieldset", {}, element("legend", {}, words.why), ...reasons),
    toNotice,
    element(
      "label",
      {},
      words.message,
      element("textarea", { name: "message", rows: 2, maxLength, dir: "auto" }),
    ),
    element("p", { className: "acts" }, submit, button(words.cancel, close)),
  );
  const form = element(
    "form",
    {
      className: "ui",
      noValidate: true,
      onchange: () => {
        toNotice.hidden = new FormData(form).get("reason") !== "illegal";
      },
      onsubmit: (event) => {
        event.preventDefault();
        void report();
      },
    },
    fields,
    said,
  );
  void prepare();
  return form;
}
