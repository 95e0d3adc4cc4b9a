import { element } from "./dom.ts";
import type { Words } from "./words/de.ts";

/** Which conversation stands first; or only what the editors recommend, each comment by itself. */
export type Order = "newest" | "oldest" | "recommended";

/** The choice of the order, with the one in force chosen. What is recommended is offered where there is some, or was just now. */
export function orderView(
  { order: label, orders }: Words,
  order: Order,
  recommended: number | undefined,
  choose: (order: Order) => void,
): HTMLSelectElement {
  const option = (value: Order) => element("option", { value }, orders[value]);
  const view = element(
    "select",
    { ariaLabel: label, onchange: () => choose(view.value as Order) },
    option("newest"),
    option("oldest"),
    !!(recommended || order === "recommended") && option("recommended"),
  );
  view.value = order;
  return view;
}
