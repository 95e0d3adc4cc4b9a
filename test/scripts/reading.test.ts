import { cpSync, fstatSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentsIn } from "../../magazine/read/documents.ts";
import { listFiles } from "../../magazine/read/files.ts";
import { readContent } from "../../magazine/read/magazine.ts";
import type { Content } from "../../magazine/read/magazine.ts";
import { asideIn } from "../../scripts/build/aside.ts";
import { buildCache } from "../../scripts/build/caches.ts";
import { codeNow } from "../../scripts/build/plan/code.ts";
import { memoryOf } from "../../scripts/build/plan/memory.ts";
import { stampFiles } from "../../scripts/build/plan/stamps.ts";
import { readBeside } from "../../scripts/build/reading.ts";
import { sample } from "../site.ts";
import { temporaryFolder } from "./run.ts";

/** Longer than all bios and plain pages of the sample together, in letters. */
const long = 500_000;

/** The sample, an article with mistakes, which a thread would take first, and a long one, which it would take then. */
function contentFolder(): string {
  const folder = join(temporaryFolder(), "content");
  cpSync(sample, folder, { recursive: true });
  writeFileSync(join(folder, "articles/zuletzt.md"), "---\ntitel: Falsch\n---\n\n[hin](\n");
  const fields = `title: Lang\ncolumn: ${firstIn(folder, "columns")}\nauthor: ${firstIn(folder, "authors")}\ndate: 2012-10-19`;
  const words = "Ein langer Satz.\n\n".repeat(long / 16);
  writeFileSync(join(folder, "articles/vorletzt.md"), `---\n${fields}\n---\n\n${words}`);
  return folder;
}

function firstIn(folder: string, kind: string): string {
  const first = readdirSync(join(folder, kind)).find((file) => file.endsWith(".md"));
  return first?.slice(0, -".md".length) ?? "";
}

/** @param wait before the second article is read, with how much HTML the thread has put aside */
async function readInTwo(
  folder: string,
  code: string,
  wait: (size: () => number) => void,
): Promise<Content & { readonly beside: readonly string[]; readonly rendered: unknown }> {
  const cache = temporaryFolder();
  const files = listFiles(folder);
  const own = asideIn(cache);
  let file: number | undefined;
  const aside = { ...own, another: () => (file = own.another()) };
  const memory = memoryOf({ cache, folder, code, aside }, stampFiles(folder, files, {}));
  const beside: string[] = [];
  const reading = readBeside(
    {
      ...memory,
      recall(name) {
        if (file !== undefined) wait(() => fstatSync(file ?? -1).size);
        return memory.recall(name);
      },
      keepJson(name, json) {
        beside.push(name);
        memory.keepJson(name, json);
      },
    },
    { folder, code, files: documentsIn(files, "articles"), aside, after: 1 },
  );
  const read = readContent(folder, undefined, reading);
  await reading.end();
  const rendered = renderedIn(read);
  aside.close();
  return { ...read, beside, rendered };
}

function renderedIn({ magazine }: Content): unknown {
  return magazine?.articles.map(({ text }) => text.rendered);
}

const nap = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);

test("what a thread reads is what would be read here, mistakes as well", async () => {
  const folder = contentFolder();
  const { hash } = codeNow(buildCache, Date.now());
  const { beside, rendered, ...read } = await readInTwo(folder, hash, (size) => {
    while (size() < long) nap();
  });
  const alone = readContent(folder);
  expect(read).toEqual(alone);
  expect(rendered).toEqual(renderedIn(alone));
  expect(beside).toContain("articles/vorletzt.md");
  expect(read.mistakes.map((mistake) => mistake.file)).toContain("articles/zuletzt.md");
});

test("a thread begins at once where nothing is known of many articles, else when enough were read", async () => {
  const files = ["a", "b", "c", "d"].map((name) => `articles/${name}.md`);
  for (const [isEmpty, after, begins] of [
    [true, 2, 0],
    [true, 3, 3],
    [false, 2, 2],
    [false, 9, null],
  ] as const) {
    const own = asideIn(temporaryFolder());
    let begun: number | null = null;
    let read = 0;
    const another = () => {
      begun ??= read;
      return own.another();
    };
    const memory = {
      ...memoryOf({ cache: temporaryFolder(), folder: sample, code: "other" }, {}),
      isEmpty,
    };
    const work = { folder: sample, code: "other", files, aside: { ...own, another }, after };
    const reading = readBeside(memory, work);
    for (const file of files) {
      read += 1;
      reading.recall(file);
    }
    await reading.end();
    own.close();
    expect(begun).toBe(begins);
  }
});

test("a thread with other code reads nothing", async () => {
  const folder = contentFolder();
  let naps = 0;
  const { beside, rendered, ...read } = await readInTwo(folder, "other", (size) => {
    // Time to start, and to read if it would.
    for (; naps < 100 && size() === 0; naps += 1) nap();
  });
  const alone = readContent(folder);
  expect(beside).toEqual([]);
  expect(read).toEqual(alone);
  expect(rendered).toEqual(renderedIn(alone));
});
