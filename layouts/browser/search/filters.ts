import type { SearchWords } from "../../../magazine/words/search.ts";
import { element } from "./elements.ts";
import type { Counts } from "./index-of.ts";

/** The filters, in their order on the page. */
const names = ["column", "author", "year"] as const;

/** What is chosen: values by filter, of which an article has to have one each. */
export type Chosen = Readonly<Record<(typeof names)[number], readonly string[]>>;

/** So many values are seen at once. */
const most = 8;

/** What the address of the page says of filters. */
export function chosenIn(address: URLSearchParams, { parameters }: SearchWords): Chosen {
  const of = (name: (typeof names)[number]) => address.getAll(parameters[name]);
  return { column: of("column"), author: of("author"), year: of("year") };
}

/** As the index is asked. */
export function asked(chosen: Chosen): object {
  const some = names.filter((name) => chosen[name].length > 0);
  return Object.fromEntries(some.map((name) => [name, { any: chosen[name] }]));
}

/** Writes what is chosen into an address. */
export function tell(chosen: Chosen, address: URLSearchParams, { parameters }: SearchWords): void {
  for (const name of names)
    for (const value of chosen[name]) address.append(parameters[name], value);
}

/** Every chosen value with its filter. */
export function allChosen(chosen: Chosen): { name: keyof Chosen; value: string }[] {
  return names.flatMap((name) => chosen[name].map((value) => ({ name, value })));
}

/** The same without one. */
export function without(chosen: Chosen, name: keyof Chosen, value: string): Chosen {
  return { ...chosen, [name]: chosen[name].filter((one) => one !== value) };
}

/** Which boxes are ticked. */
export function ticked(inside: Element): Chosen {
  const boxes = [...inside.querySelectorAll<HTMLInputElement>("input:checked")];
  const of = (filter: string) =>
    boxes.filter(({ name }) => name === filter).map(({ value }) => value);
  return { column: of("column"), author: of("author"), year: of("year") };
}

/** A group of boxes to tick for each filter: what articles have, and what is chosen though none has it. */
export function groups(counts: Counts, chosen: Chosen, word: SearchWords): HTMLFieldSetElement[] {
  return names.map((name) => {
    const of = counts[name] ?? {};
    const values = Object.keys(of).filter((value) => (of[value] ?? 0) > 0);
    const all = [...new Set([...values, ...chosen[name]])].toSorted(
      // Years from the newest on.
      (one, other) => one.localeCompare(other) * (name === "year" ? -1 : 1),
    );
    const boxes = all.map((value) =>
      box(name, value, of[value] ?? 0, chosen[name].includes(value)),
    );
    const legend = element("legend", "", word.filters[name]);
    const group = element("fieldset", "", legend, ...boxes.slice(0, most));
    group.hidden = boxes.length === 0;
    if (boxes.length > most) group.append(rest(boxes.slice(most), word));
    return group;
  });
}

function rest(boxes: readonly HTMLLabelElement[], word: SearchWords): HTMLDetailsElement {
  const more = element("details", "", element("summary", "", word.others), ...boxes);
  more.open = boxes.some((one) => one.querySelector("input")?.checked);
  return more;
}

function box(name: string, value: string, count: number, isChosen: boolean): HTMLLabelElement {
  const input = element("input", "");
  input.type = "checkbox";
  Object.assign(input, { name, value, checked: isChosen });
  return element("label", "", input, value, element("span", "", String(count)));
}
