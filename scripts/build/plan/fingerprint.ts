import type { Assets } from "../../../layouts/assets.ts";
import type { Ingredient, Page } from "../../../magazine/pages/page.ts";
import { partTeller, wordOf } from "./parts.ts";
import { hashOf } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";
import type { State } from "./state.ts";
import type { Versions } from "./versions.ts";

/** What a page is printed from. */
export interface PrintedFrom {
  /** Of all of it: two pages of one address with the same fingerprint have the same bytes. */
  readonly fingerprint: string;
  /** Of each ingredient a word that is another when it has changed: to tell why a page is printed, not to decide it. */
  readonly words: string;
}

/** All that is told of a page before its file is looked at. */
export interface Told extends PrintedFrom {
  /** As `Prints` tells it. */
  readonly made: string;
}

/** Tells what pages are printed from. */
export interface Prints {
  readonly of: (page: Page) => PrintedFrom;
  /**
   * Of what a page's view is made of, without making it; an empty text where that is not known. With the same one a page of the same address has the same view.
   *
   * @param before what it was in the last build
   */
  readonly made: (page: Page, before?: string) => string;
  /** Of all that is the same where a page can have changed only with the files of what it is made of. */
  readonly structure: string;
}

/**
 * @param code as `codeNow` tells it: every file that takes part, the packages, and Node; and how the files of the content looked
 * @param version of the magazine's things; null where there are no pages but those that name mistakes
 * @param before what the last build has left
 */
export function printsOf(
  { hash: code, content }: { readonly hash: string; readonly content: Stamps },
  assets: Assets,
  version: Versions | null,
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
  const lookOf = (layout: string) => looks.get(layout) ?? "";
  const tellPart = partTeller();
  const structure = hashOf([code, ...looks, version?.structure].join("\n"));
  const isStill = before?.structure === structure;
  const changed = isStill ? changedFiles(before.content, content) : new Set();
  const hasChanged = (thing: Ingredient) =>
    thing !== null && typeof thing === "object" && changed.has(thing.file);
  // What all pages of a kind are made of, in short.
  const kinds = new Map<string, string>();
  const kindOf = (layout: string) => {
    const known = kinds.get(layout);
    if (known !== undefined) return known;
    const kind = hashOf([code, lookOf(layout), layout, version?.shared].join("\n"));
    kinds.set(layout, kind);
    return kind;
  };
  // All pages of an article are made of the same, and asked for one after the other.
  let last: { layout: string; things: readonly Ingredient[]; made: string } | undefined;
  return {
    structure,
    made({ layout, madeOf }, known = "") {
      if (version === null || madeOf === undefined) return "";
      const things = madeOf();
      if (isStill && known !== "" && !things.some(hasChanged)) return known;
      if (last?.things === things && last.layout === layout) return last.made;
      last = { layout, things, made: version.of(kindOf(layout), things) };
      return last.made;
    },
    of({ layout, view }) {
      const look = lookOf(layout);
      const all = [`${code} ${look} ${layout}`];
      const words = [wordOf("code", code), wordOf("styles", look)];
      for (const [name, value] of Object.entries(view)) {
        const part = tellPart(name, value);
        all.push(`${name} ${part.hash}`);
        words.push(part.word);
      }
      // Words are kept until all is printed: a text that was added to would hold all that it was made of, five times as much.
      return { fingerprint: hashOf(all.join("\n")), words: words.join(" ") };
    },
  };
}

/** The files that are others than they were. */
function changedFiles(before: Stamps, now: Stamps): ReadonlySet<string> {
  return new Set(Object.keys(now).filter((file) => before[file]?.[2] !== now[file]?.[2]));
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
