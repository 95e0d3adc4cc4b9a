import type { Memory } from "../../magazine/read/memory.ts";
import { openContent } from "../../magazine/read/opened.ts";
import { writerAt } from "./aside.ts";
import type { Errand, Told } from "./reading.ts";

/** Reads articles for another thread, as `readBeside` asks. @param code that this one runs */
export function readFor({ folder, files, aside, port, ...errand }: Errand, code: string): void {
  const { taken, told } = errand;
  const write = writerAt(aside);
  const said = new Set<string>();
  let kept: Told["kept"][number][] = [];
  let put: Told["aside"][number][] = [];
  const memory: Memory = {
    recall: () => undefined,
    keep(file, what) {
      if (!said.has(file)) kept.push([file, JSON.stringify(what)]);
      said.add(file);
      return what;
    },
    most: 0,
    aside: { put: (key, text) => void put.push([key, write(text())]), get: () => null },
  };
  const free = function* (): Iterable<string> {
    for (let at = files.length - 1; at >= 0 && Atomics.exchange(taken, at, 1) === 0; at -= 1)
      yield files[at] ?? "";
  };
  try {
    if (code !== errand.code) return;
    const { articles } = openContent(folder, new Map(), memory);
    for (const { document } of articles(free())) {
      const { file } = document;
      port.postMessage({ file, kept, aside: put } satisfies Told);
      Atomics.add(told, 0, 1);
      Atomics.notify(told, 0);
      kept = [];
      put = [];
    }
  } finally {
    Atomics.store(told, 0, -1);
    Atomics.notify(told, 0);
  }
}
