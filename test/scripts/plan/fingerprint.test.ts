import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Assets } from "../../../layouts/assets.ts";
import { editionAt } from "../../../magazine/edition.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { still } from "../../../magazine/pages/page.ts";
import type { Page } from "../../../magazine/pages/page.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { changedIn, printsOf } from "../../../scripts/build/plan/fingerprint.ts";
import { hashOf } from "../../../scripts/build/plan/stamps.ts";
import { sample, today } from "../../site.ts";

const pages = pagesOf(editionAt(readMagazine(sample), today, false)).map(still);

const assets = { styles: {} } as Assets;

/** As nobody has looked at any page before. */
const prints = () => printsOf({ hash: hashOf("code"), content: {} }, assets, null);

/** The same view, of which nothing is the same object as in any other. */
function copied(page: Page): Page {
  // No HTML of a text is part of it.
  return { ...page, view: JSON.parse(JSON.stringify(page.view)) as unknown } as Page;
}

test("a fingerprint follows from what the view holds, not from what was looked at before or whose it is", () => {
  const [all, fresh] = [prints(), prints()];
  for (const page of pages) {
    const told = all.of(page);
    expect(prints().of(page)).toEqual(told);
    expect(fresh.of(copied(page))).toEqual(told);
  }
});

test("whatever is changed in a view, its page has another fingerprint, and the part is named in which it stands", () => {
  const { of } = prints();
  const anyPage = fc.constantFrom(...pages);
  fc.assert(
    fc.property(anyPage, fc.nat(), fc.integer(), (page, which, other) => {
      const before = of(page);
      const changed = copied(page);
      const leaves = leavesIn(changed.view);
      const leaf = leaves[which % leaves.length];
      if (leaf === undefined) throw new Error("every view holds something");
      leaf.set(`other ${other}`);
      const after = of(changed);
      expect(after.fingerprint).not.toBe(before.fingerprint);
      expect(changedIn(before.words, after.words)).toEqual([leaf.part]);
    }),
    { seed: 20_261_201, numRuns: 500 },
  );
});

interface Leaf {
  readonly part: string;
  readonly set: (value: unknown) => void;
}

/** Everything in a view that holds nothing more, with the part that it stands in. */
function leavesIn(view: object, part?: string): readonly Leaf[] {
  return Object.entries(view).flatMap(([name, value]: [string, unknown]) => {
    const inside = part ?? name;
    if (typeof value === "object" && value !== null) return leavesIn(value, inside);
    return { part: inside, set: (other: unknown) => void Object.assign(view, { [name]: other }) };
  });
}

test("another order of a list is another fingerprint, and so is one of its things that stands in another list", () => {
  const { of } = prints();
  const page = pages.find(({ layout, path }) => layout === "home" && path === "/");
  if (page?.layout !== "home") throw new Error("there is a home page");
  const [first, ...others] = page.view.articles;
  if (first === undefined) throw new Error("it has articles");
  const turned = { ...page, view: { ...page.view, articles: [...others, first] } };
  const moved = { ...page, view: { ...page.view, articles: others, featured: [first] } };
  const told = [page, turned, moved].map((one) => of(one).fingerprint);
  expect(new Set(told).size).toBe(3);
});
