import { element } from "./dom.ts";
import type { Words } from "./words/de.ts";

/** Which conversation stands first. */
export type Order = "newest" | "oldest";

/** The choice of the order, with the one in force chosen. */
export function orderView(
  { order: label, orders }: Words,
  order: Order,
  choose: (order: Order) => void,
): HTMLSelectElement {
  const option = (value: Order): HTMLOptionElement => element("option", { value }, orders[value]);
  const view = element(
    "select",
    { ariaLabel: label, onchange: () => choose(view.value as Order) },
    option("newest"),
    option("oldest"),
  );
  view.value = order;
  return view;
}
