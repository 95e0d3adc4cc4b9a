import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ContentMistakes } from "../../../magazine/read/mistakes.ts";
import { buildMagazine } from "../../../scripts/build/magazine.ts";
import type { BuildOptions } from "../../../scripts/build/magazine.ts";
import { hashOf } from "../../../scripts/build/plan/stamps.ts";
import { start } from "./edits.ts";
import { bytesIn, newsroom } from "./newsroom.ts";

/** The files of the manifest, with their hashes. */
function listed(out: string): Record<string, string> {
  const { files, deleted } = JSON.parse(readFileSync(join(out, "../manifest.json"), "utf8")) as {
    files: { path: string; hash: string }[];
    deleted: string[];
  };
  expect(deleted.filter((file) => existsSync(join(out, file)))).toEqual([]);
  return Object.fromEntries(files.map(({ path, hash }) => [path, hash]));
}

function standing(out: string): Record<string, string> {
  const files = Object.keys(bytesIn(out));
  return Object.fromEntries(files.map((file) => [file, hashOf(readFileSync(join(out, file)))]));
}

/** A magazine that was built once, and is edited file by file. */
async function builtOnce(more: Partial<BuildOptions> = {}) {
  const room = newsroom();
  const draft = start();
  await room.build(draft, more);
  const path = (file: string) => join(room.content, file);
  const kept = () => {
    const folder = join(room.cache, "read");
    return readdirSync(folder).map((file) => statSync(join(folder, file)).ino);
  };
  return {
    ...room,
    draft,
    /** @returns whether only texts were looked at: then what was made of the content is not written anew. */
    isQuick: async (): Promise<boolean> => {
      const before = kept();
      await buildMagazine({ ...room.options(draft), ...more });
      expect(bytesIn(room.out)).toEqual(room.wanted(draft, more));
      expect(listed(room.out)).toEqual(standing(room.out));
      return kept().every((one, at) => one === before[at]);
    },
    append: (file: string, text: string) => appendFileSync(path(file), text),
    change: (file: string, from: string, to: string) => {
      const before = readFileSync(path(file), "utf8");
      expect(before).toContain(from);
      writeFileSync(path(file), before.replace(from, to));
    },
  };
}

test("of an article or a bio with other words only the pages that show them are looked at, again and again", async () => {
  const { append, change, isQuick, out, cache } = await builtOnce();
  const size = () =>
    readdirSync(join(cache, "builds"))
      .filter((file) => file.endsWith(".files"))
      .reduce((sum, file) => sum + statSync(join(cache, "builds", file)).size, 0);
  const first = size();
  append("articles/artikel-1.md", "\nEin Nachtrag.\n");
  expect(await isQuick()).toBe(true);
  append("articles/artikel-1.md", "\nNoch einer.\n");
  append("articles/artikel-5.md", "\nAuch hier.\n");
  append("authors/anna.md", "\nSeit 2012.\n");
  expect(await isQuick()).toBe(true);
  expect(bytesIn(out)["marken/artikel-3/index.html"]).toContain("Seit 2012.");
  change("articles/artikel-1.md", "\nNoch einer.\n", "");
  expect(await isQuick()).toBe(true);
  expect(await isQuick()).toBe(true);
  expect(size()).toBeLessThan(1.2 * first);
});

test.each([
  ["title", "articles/artikel-1.md", "title: Artikel 1", "title: Anders"],
  ["date", "articles/artikel-1.md", "2026-11-01", "2026-11-02"],
  ["date in the future", "articles/artikel-1.md", "2026-11-01", "2026-12-02"],
  ["column", "articles/artikel-1.md", "column: marken", "column: alltag"],
  ["topics", "articles/artikel-1.md", "[Post, Papier]", "[Post]"],
  ["heading", "articles/artikel-1.md", "## Ein Ziel", "## Kein Ziel"],
  ["heading in place of a paragraph", "articles/artikel-1.md", "## Ein Ziel", "Kein Ziel"],
  [
    "link to a heading",
    "articles/artikel-2.md",
    "\nNoch",
    "\n[Mehr](/marken/artikel-1/#ein-ziel)\n\nNoch",
  ],
  ["page break", "articles/artikel-1.md", "\nNoch", "\n<!-- pagebreak: Zwei -->\n\nNoch"],
  ["picture", "articles/artikel-2.md", "\nNoch", "\n![Kreis](kreis.svg)\n\nNoch"],
  ["name", "authors/anna.md", "Anna Muster", "Anna Probst"],
  ["column's description", "columns/marken.md", "Die Kolumne", "Eine Kolumne"],
  ["plain page's title", "pages/ueber.md", "title: Über uns", "title: Wir"],
  ["magazine", "magazine.yaml", "title: Die Probe", "title: Das Blatt"],
  ["picture's bytes", "articles/kreis.svg", 'r="4"', 'r="3"'],
])("with another %s all is looked at", async (_, file, from, to) => {
  const { append, change, isQuick } = await builtOnce();
  append("articles/artikel-1.md", "\n![Ein Kreis](kreis.svg)\n\n## Ein Ziel\n\nEnde.\n");
  await isQuick();
  append("articles/artikel-5.md", "\nEin Nachtrag.\n");
  change(file, from, to);
  expect(await isQuick()).toBe(false);
});

test.each([
  ["a heading more", "articles/artikel-1.md", "Ein Satz", "## Ein Ziel\n\nEin Satz"],
  ["a link to a page", "articles/artikel-1.md", "\nNoch", "\n[Mehr](/alltag/)\n\nNoch"],
  ["a link less", "articles/artikel-4.md", "[dort](/marken/)", "dort"],
  ["other words of a plain page", "pages/ueber.md", "Wer wir sind", "Wer wir waren"],
])("with %s only what shows it is looked at", async (_, file, from, to) => {
  const { append, change, isQuick } = await builtOnce();
  append("articles/artikel-4.md", "\nSiehe [dort](/marken/).\n");
  await isQuick();
  change(file, from, to);
  expect(await isQuick()).toBe(true);
});

test("what other texts link to is still looked for", async () => {
  const { append, change, isQuick } = await builtOnce();
  append("articles/artikel-1.md", "\n## Ein Ziel\n\nDahinter.\n");
  append("articles/artikel-2.md", "\nSiehe [dort](/marken/artikel-1/#ein-ziel).\n");
  await isQuick();
  change("articles/artikel-1.md", "## Ein Ziel", "Kein Ziel");
  await expect(isQuick()).rejects.toThrow(ContentMistakes);
  change("articles/artikel-1.md", "Kein Ziel", "## Ein Ziel\n\nMehr davon.");
  await isQuick();
  append("articles/artikel-1.md", "\n[Nirgends](/nirgends/)\n");
  await expect(isQuick()).rejects.toThrow(ContentMistakes);
});

test("the feeds at a column's former address show the same text", async () => {
  const { append, change, isQuick, out } = await builtOnce();
  change("columns/marken.md", "name: marken", "name: marken\naliases: [/zeichen/]");
  await isQuick();
  append("articles/artikel-1.md", "\nEin Nachtrag.\n");
  expect(await isQuick()).toBe(true);
  expect(bytesIn(out)["zeichen/feed.atom"]).toContain("Ein Nachtrag.");
});

test("a preview shows the words of a draft, and a build for readers does not", async () => {
  for (const preview of [true, false]) {
    const { append, change, isQuick, out } = await builtOnce({ preview });
    change("articles/artikel-1.md", "title:", "draft: true\ntitle:");
    await isQuick();
    append("articles/artikel-1.md", "\nEin Nachtrag.\n");
    expect(await isQuick()).toBe(true);
    expect("marken/artikel-1/index.html" in bytesIn(out)).toBe(preview);
  }
});

test("a page that somebody has changed meanwhile is printed as well", async () => {
  const { append, isQuick, out } = await builtOnce();
  append("articles/artikel-1.md", "\nEin Nachtrag.\n");
  writeFileSync(join(out, "ueber/index.html"), "Von jemand anderem.");
  expect(await isQuick()).toBe(false);
});

test("what was kept of the edition is not whole, or of another one: all is looked at", async () => {
  const { append, isQuick, cache } = await builtOnce();
  const outline = readdirSync(join(cache, "builds")).find((file) => file.endsWith(".outline"));
  append("articles/artikel-1.md", "\nEin Nachtrag.\n");
  writeFileSync(join(cache, "builds", outline ?? ""), "nichts");
  expect(await isQuick()).toBe(false);
});

test("whatever words are changed and changed back, between other edits, pages are those of a clean build", async () => {
  const step = fc.tuple(
    fc.constantFrom("text", "back", "bio", "title", "new article", "heading", "link", "page"),
    fc.integer({ min: 1, max: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { content, isQuick, append, wanted, draft } = await builtOnce();
      const first = new Map(
        [1, 2, 3, 4, 5].map((n) => {
          const file = join(content, `articles/artikel-${n}.md`);
          return [n, { file, text: readFileSync(file, "utf8") }];
        }),
      );
      for (const [at, [what, n]] of steps.entries()) {
        const { file = "", text = "" } = first.get(n) ?? {};
        if (what === "text") append(`articles/artikel-${n}.md`, `\nSatz ${at}.\n`);
        if (what === "back") writeFileSync(file, text);
        if (what === "bio") append("authors/bert.md", `\nSatz ${at}.\n`);
        if (what === "heading") append(`articles/artikel-${n}.md`, `\n## Ziel ${n}\n\nDort.\n`);
        if (what === "link") {
          const column = ["alltag", "marken"][n % 2];
          append("articles/artikel-3.md", `\n[Dort](/${column}/artikel-${n}/#ziel-${n})\n`);
        }
        if (what === "page") append("pages/ueber.md", `\n[Satz](/marken/artikel-${n}/) ${at}.\n`);
        if (what === "title")
          writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*$/mu, `title: T${at}`));
        if (what === "new article")
          writeFileSync(
            join(content, `articles/neu-${at}.md`),
            text.replace("title: ", "title: Neu "),
          );
        const outcome = await isQuick().catch((error: unknown) => error);
        // A link to a heading that is not there is a mistake: to whoever reads all as well.
        if (typeof outcome === "boolean") continue;
        expect(outcome).toBeInstanceOf(ContentMistakes);
        expect(() => wanted(draft)).toThrow(ContentMistakes);
      }
    }),
    { seed: 20_261_130, numRuns: 12 },
  );
}, 300_000);
