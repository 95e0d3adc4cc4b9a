import type { Comment, limits as wireLimits } from "../wire.ts";
import type { Context } from "./context.ts";
import { button, element } from "./dom.ts";
import { sendingForm } from "./sending-form.ts";

/** The wire's limit, held equal by its type (see form.ts). */
const maxLength: (typeof wireLimits)["message"] = 1000;

/** `Spam melden`: opens to a small form that reports `comment`. */
export function reportView(context: Context, comment: Comment): HTMLDetailsElement {
  const { words } = context;
  const summary = element("summary", {}, words.report);
  const ontoggle = (): void => {
    if (view.childElementCount === 1) view.append(reportForm());
  };
  const view: HTMLDetailsElement = element("details", { ontoggle }, summary);

  /** Made when the reader first opens it, since hardly anyone ever does. */
  function reportForm(): HTMLFormElement {
    const { form, submit, said, prepare, send } = sendingForm(context, "report", async () => {
      const report = Object.fromEntries(new FormData(form));
      if ((await send(`/comments/${comment.id}/reports`, report)) !== null) return;
      fields.remove();
      said.textContent = words.reported;
      summary.focus();
    });
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
    const fields = element(
      "div",
      {},
      element("fieldset", {}, element("legend", {}, words.why), ...reasons),
      element(
        "label",
        {},
        words.message,
        element("textarea", { name: "message", rows: 2, maxLength }),
      ),
      element("p", { className: "acts" }, submit, button(words.cancel, close)),
    );
    submit.textContent = words.sendReport;
    form.append(fields, said);
    prepare();
    return form;
  }

  return view;
}
