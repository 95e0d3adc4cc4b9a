import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "../browser/stage.ts";
import type { Engine } from "./engine.ts";

/** A word of fewer letters is never hyphenated in a headline. */
const LONG = 14;

/** What is looked at, and what is scrolled to. */
const places = [
  { name: "home", path: "/" },
  { name: "article", path: "/vertrieb/zwei-abteilungen-ein-buero/" },
  { name: "thread", path: "/vertrieb/zwei-abteilungen-ein-buero/#kommentare" },
  { name: "authors", path: "/autoren/" },
];

/** Takes pictures of pages in both widths into a folder, and looks whether short words of headlines stand on one line. */
export async function look(
  engine: Engine,
  stage: Stage,
  { scheme, folder }: { scheme: string; folder: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const width of [360, 1280])
    for (const { name, path } of places) {
      await engine.resize(width, 1200);
      // Another page first: a way within the same page would load nothing.
      await engine.go("about:blank");
      await engine.go(stage.site + path);
      await new Promise((resolve) => setTimeout(resolve, 600));
      const file = join(folder, `${engine.name}-${scheme}-${width}-${name}.png`);
      writeFileSync(file, await engine.picture());
      assert.deepEqual(
        await engine.ask<string[]>(brokenWords),
        [],
        `${engine.name}, ${width} pixels, ${name}: words of headlines are hyphenated`,
      );
    }
}

/** The words of headlines, shorter than LONG, that stand on more than one line. */
const brokenWords = `(() => {
  const broken = [];
  for (const heading of document.querySelectorAll("h1, h2")) {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      for (const { index, 0: word } of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
        const range = new Range();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1 && word.length < ${LONG}) broken.push(word);
      }
  }
  return broken;
})()`;
