import type { Comment } from "../wire.ts";
import type { Context } from "./context.ts";
import { element } from "./dom.ts";
import { loadWriting } from "./load-writing.ts";

/** `Spam melden`: opens to a small form that reports `comment`. The form is made when it is first opened: hardly anyone ever does. */
export function reportView(context: Context, comment: Comment): HTMLDetailsElement {
  const summary = element("summary", {}, context.words.report);
  const said = element("p", { className: "said", role: "status" });
  let form: HTMLFormElement | undefined;
  const ontoggle = async (): Promise<void> => {
    if (form) return;
    view.append(said);
    const writing = await loadWriting(context, said);
    if (writing && !form) view.append((form = writing.reportForm(context, comment, view, summary)));
  };
  const view: HTMLDetailsElement = element("details", { ontoggle: () => void ontoggle() }, summary);
  return view;
}
