import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { vi } from "vitest";

interface Result {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  readonly locations: readonly number[];
}

interface Instance {
  mergeIndex(path: string, options: object): Promise<void>;
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  search(
    words: string | null,
    options?: object,
  ): Promise<{ readonly results: readonly { data(): Promise<Result> }[] }>;
}

/** Searches the index of a printed folder by Pagefind's own program, which reads files where a browser would ask for them. */
export async function openIndex(folder: string) {
  vi.stubGlobal("fetch", async (address: string) => {
    const [file = ""] = address.split("?");
    return new Response(readFileSync(file));
  });
  const index = resolve(folder, "suche/index");
  const { shards } = JSON.parse(readFileSync(join(index, "shards.json"), "utf8")) as {
    shards: readonly { readonly name: string; readonly tag: string }[];
  };
  const [first, ...others] = shards.map(({ name, tag }) => ({
    path: `${join(index, name)}/`,
    options: { baseUrl: "/", language: "de", metaCacheTag: tag },
  }));
  if (first === undefined) throw new Error(`${index} has no index`);
  const program = (await import(pathToFileURL(join(index, "pagefind.js")).href)) as {
    createInstance(options: object): Instance;
  };
  const instance = program.createInstance({ ...first.options, basePath: first.path });
  for (const { path, options } of others) await instance.mergeIndex(path, options);
  const find = async (words: string | null, filters: object = {}) => {
    const { results } = await instance.search(words, { filters });
    return Promise.all(results.map((result) => result.data()));
  };
  return { names: shards.map(({ name }) => name), find, filters: () => instance.filters() };
}
