/** The script of the search page: what stands in the address is what is searched, and what is searched stands in the address. */

import { searchDe, searchEn } from "../../magazine/words/search.ts";
import { element } from "./search/elements.ts";
import { allChosen, asked, chosenIn, groups, tell, ticked, without } from "./search/filters.ts";
import type { Chosen } from "./search/filters.ts";
import { openIndex } from "./search/index-of.ts";
import type { Answer, Counts, Index } from "./search/index-of.ts";
import { result } from "./search/results.ts";

const word = document.documentElement.lang === "de" ? searchDe : searchEn;

/** So many results are added at once. */
const atOnce = 10;
/** How long a reader has to pause in writing before a search begins, in milliseconds. */
const pause = 250;

/** An element that the layout has printed. */
function place<Kind extends Element>(
  kind: new () => Kind,
  selector: string,
  root: ParentNode = document,
): Kind {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the search page has no ${selector}`);
  return found;
}

const root = place(HTMLElement, ".find");
const ask = place(HTMLFormElement, ".seek", root);
const field = place(HTMLInputElement, "input", ask);
const filters = place(HTMLElement, ".filter");
const box = place(HTMLDetailsElement, "details", filters);
const count = place(HTMLElement, ".count");
const chips = place(HTMLElement, ".chips");
const list = place(HTMLElement, ".results");
const further = place(HTMLButtonElement, ".further");

/** Asked for when the reader begins, or the address asks something. */
let opening: Promise<Index | null> | undefined;
/** Of all articles, for when no words are looked for. */
let all: Counts = {};
/** Adds the next results. */
let showMore = (): Promise<void> => Promise.resolve();
/** Raised by each search: an answer to an earlier one is not shown any more. */
let turn = 0;

function openOnce(): Promise<Index | null> {
  opening ??= openIndex(root.dataset["index"] ?? "").then(async (index) => {
    // Counts come only of filters that are loaded.
    all = (await index?.filters()) ?? {};
    return index;
  });
  return opening;
}

function search(words: string, chosen: Chosen): void {
  turn += 1;
  const mine = turn;
  find(words, chosen, () => mine === turn).catch(() => mine === turn && fail());
}

/** The next try may find the way again. */
function fail(): void {
  opening = undefined;
  count.textContent = word.failed;
}

async function find(words: string, chosen: Chosen, isWanted: () => boolean): Promise<void> {
  const index = await openOnce();
  place(HTMLElement, ".later").hidden = index !== null;
  if (index === null) return;
  const isAsked = words !== "" || allChosen(chosen).length > 0;
  const answer = isAsked
    ? await index.search(words === "" ? null : words, { filters: asked(chosen) })
    : { results: [], unfilteredResultCount: 0, totalFilters: {} };
  if (!isWanted()) return;
  showFilters(words === "" ? all : answer.totalFilters, chosen);
  showChips(chosen);
  await show(answer.results, 0, isWanted);
  // Said when it is there.
  if (isWanted()) count.replaceChildren(...(isAsked ? say(answer, words) : []));
}

/** Renews the filters; who stands in them stays where he is. */
function showFilters(counts: Counts, chosen: Chosen): void {
  const { name, value } = (document.activeElement ?? {}) as Partial<HTMLInputElement>;
  const open = new Set([...box.querySelectorAll("fieldset")].filter(isOpen).map(nameOf));
  box.querySelectorAll("fieldset").forEach((group) => group.remove());
  box.append(...groups(counts, chosen, word));
  for (const group of box.querySelectorAll("fieldset"))
    if (open.has(nameOf(group))) group.querySelector("details")?.setAttribute("open", "");
  filters.hidden = false;
  for (const input of box.querySelectorAll("input"))
    if (input.name === name && input.value === value) input.focus();
}

const isOpen = (group: HTMLFieldSetElement) => group.querySelector("details")?.open === true;
const nameOf = (group: HTMLFieldSetElement) => group.querySelector("input")?.name;

/** How much was found. */
function say({ results, unfilteredResultCount }: Answer, words: string): (Node | string)[] {
  const known = word.forWords(words);
  if (results.length === 0) return [`${word.nothing}${known}. ${word.otherWords}`];
  const of = words === "" ? results.length : unfilteredResultCount;
  return [element("b", "", word.found(results.length, of)), known];
}

/** Shows results from a place on, behind those that stand there; the first take the place of all. */
async function show(
  results: Answer["results"],
  from: number,
  isWanted: () => boolean,
): Promise<void> {
  const to = from + atOnce;
  const fragments = await Promise.all(results.slice(from, to).map(({ data }) => data()));
  if (!isWanted()) return;
  const items = fragments.map((fragment) => result(fragment, word, root.lang));
  if (from === 0) list.replaceChildren();
  list.append(...items);
  further.hidden = to >= results.length;
  showMore = () => show(results, to, isWanted);
  // Whoever asked for more reads on there.
  if (from > 0) items[0]?.querySelector("a")?.focus();
}

/** What is chosen, each to take away. */
function showChips(chosen: Chosen): void {
  const chip = (left: Chosen, ...inside: (Node | string)[]) => {
    const button = element("button", "", ...inside);
    button.type = "button";
    button.addEventListener("click", () => {
      ask.querySelector("input")?.focus();
      go(left);
    });
    return button;
  };
  const one = allChosen(chosen).map(({ name, value }) => {
    const sign = element("span", "", "×");
    sign.ariaHidden = "true";
    return chip(
      without(chosen, name, value),
      `${value} `,
      sign,
      element("span", "hidden", word.without),
    );
  });
  const none: Chosen = { column: [], author: [], year: [] };
  chips.replaceChildren(...one, ...(one.length > 1 ? [chip(none, word.clear)] : []));
}

/** Searches what stands in the field, and writes it into the address. */
function go(chosen: Chosen): void {
  const words = field.value.trim();
  const address = new URLSearchParams();
  if (words !== "") address.set("q", words);
  tell(chosen, address, word);
  const query = String(address);
  history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
  search(words, chosen);
}

function chosenNow(): Chosen {
  return chosenIn(new URLSearchParams(location.search), word);
}

let timer: ReturnType<typeof setTimeout> | undefined;
field.addEventListener("focus", () => void openOnce().catch(() => undefined));
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => go(chosenNow()), pause);
});
ask.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  go(chosenNow());
});
further.addEventListener("click", () => void showMore().catch(fail));
filters.addEventListener("change", () => go(ticked(filters)));

// In the margin they stand open; where there is none, behind a word.
const isWide = matchMedia("(min-width: 75rem)");
const unfold = () => (box.open = isWide.matches);
isWide.addEventListener("change", unfold);
unfold();

field.value = new URLSearchParams(location.search).get("q") ?? "";
if (location.search === "") field.focus();
search(field.value.trim(), chosenNow());
