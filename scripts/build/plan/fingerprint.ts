import type { Assets } from "../../../layouts/assets.ts";
import type { Magazine } from "../../../magazine/model.ts";
import type { Ingredient, Page } from "../../../magazine/pages/page.ts";
import { utf8Of } from "../utf8.ts";
import { hashOf } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";
import type { State } from "./state.ts";
import { versionsIn } from "./versions.ts";

/** Tells what pages are printed from. */
export interface Prints {
  /** Of all that a page is printed from: two pages of one address with the same fingerprint have the same bytes. */
  readonly fingerprint: (page: Page) => string;
  /** Of each ingredient a word that is another when it has changed: to tell why a page is printed, not to decide it. */
  readonly words: (page: Page) => string;
  /** Of what a page's view is made of, without making it; an empty text where that is not known. @param before what it was in the last build */
  readonly made: (page: Page, before?: string) => string;
  /** Of all that is the same where a page can have changed only with the files of what it is made of. */
  readonly structure: string;
}

/**
 * @param code as `codeNow` tells it: every file that takes part, the packages, and Node; and how the files of the content looked
 * @param edition of the pages; null where there are none but those that name mistakes
 * @param before what the last build has left
 */
export function printsOf(
  { hash: code, content }: { readonly hash: string; readonly content: Stamps },
  assets: Assets,
  edition: Magazine | null,
  before: Pick<State, "structure" | "content"> | null = null,
): Prints {
  const { styles, ...others } = assets;
  const shared = JSON.stringify(others);
  const looks = new Map(
    Object.entries(styles).map(([layout, style]) => [
      layout,
      hashOf(JSON.stringify(style) + shared),
    ]),
  );
  const frames = new WeakMap<object, string>();
  // What stands around all pages is one object, and looked at once.
  const frameHash = (frame: object) => {
    const hash = frames.get(frame) ?? hashOf(JSON.stringify(frame));
    frames.set(frame, hash);
    return hash;
  };
  const lookOf = (layout: string) => looks.get(layout) ?? "";
  // The same view is asked for its fingerprint and then for its words.
  const partsOf = forLast((view: Page["view"]) =>
    Object.entries(view).map(([name, value]: [string, unknown]): [name: string, text: string] => [
      name,
      name === "frame" ? frameHash(value as object) : (JSON.stringify(value) ?? ""),
    ]),
  );
  const version = edition === null ? null : versionsIn(edition, content);
  const structure = hashOf([code, ...looks, version?.structure].join("\n"));
  const isAsBefore = (thing: Ingredient) =>
    thing === null ||
    typeof thing !== "object" ||
    before?.content[thing.file]?.[2] === content[thing.file]?.[2];
  return {
    structure,
    made({ layout, path, madeOf }, known = "") {
      if (version === null || madeOf === undefined) return "";
      const ingredients = madeOf();
      if (known !== "" && before?.structure === structure && ingredients.every(isAsBefore))
        return known;
      const things = ingredients.map((one) => version.of(one));
      return hashOf([code, lookOf(layout), layout, path, version.shared, ...things].join("\n"));
    },
    fingerprint: ({ layout, view }) =>
      hashOf(
        utf8Of(
          `${code} ${lookOf(layout)} ${layout}\n${partsOf(view)
            .map(([name, text]) => `${name} ${text}`)
            .join("\n")}`,
        ),
      ),
    words({ layout, view }) {
      const fields = partsOf(view).map(([name, text]) => wordOf(name, text));
      return [wordOf("code", code), wordOf("styles", lookOf(layout)), ...fields].join(" ");
    },
  };
}

/** A function that remembers what it gave last, and for which thing. */
function forLast<Thing, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  let last: { readonly thing: Thing; readonly made: Made } | undefined;
  return (thing) => {
    if (last?.thing !== thing) last = { thing, made: make(thing) };
    return last.made;
  };
}

function wordOf(name: string, text: string): string {
  return `${name}:${shortHash(text)}`;
}

/** The names of the ingredients that are others than they were, by the words of both. */
export function changedIn(before: string, now: string): string[] {
  const known = new Set(before.split(" "));
  const stay = new Set(now.split(" "));
  const differ = [
    ...now.split(" ").filter((word) => !known.has(word)),
    ...before.split(" ").filter((word) => !stay.has(word)),
  ];
  return [...new Set(differ.map((word) => word.slice(0, word.indexOf(":"))))];
}

/** FNV-1a of 32 bits, over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
