/** What of Pagefind's own program is used; its types are not published. */
interface Program {
  createInstance(options: object): Index;
}

/** One index, or several that are searched together. */
export interface Index {
  mergeIndex(path: string, options: object): Promise<void>;
  /** How many articles each value of each filter has. */
  filters(): Promise<Counts>;
  /** @param words null finds all */
  search(words: string | null, options: { readonly filters: object }): Promise<Answer>;
}

/** By filter (`column`, `author`, `year`) and value. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Answer {
  readonly results: readonly { readonly data: () => Promise<Fragment> }[];
  /** So many would be found without filters. */
  readonly unfilteredResultCount: number;
  /** Of what would be found without filters. */
  readonly totalFilters: Counts;
}

/** An article that was found, as `scripts/search/record.ts` gave it to Pagefind. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<"title" | "column" | "authors" | "date", string>>;
  /** The parts' addresses among other ids, each with the word that it stands before. */
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  /** Which words were looked for, counted from 0. */
  readonly locations: readonly number[];
}

/**
 * Opens what is searched; null when nothing has been made ready for it.
 *
 * @param folder its address, with a slash at the end
 */
export async function openIndex(folder: string): Promise<Index | null> {
  const answer = await fetch(`${folder}shards.json`, { cache: "no-cache" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  const { shards } = (await answer.json()) as {
    readonly shards: readonly { readonly name: string; readonly tag: string }[];
  };
  const [newest, ...others] = shards;
  if (newest === undefined) return null;
  const program = (await import(`${folder}pagefind.js`)) as Program;
  // A script's own Worker is refused by the page's policy (Trusted Types), so none is asked for.
  const index = program.createInstance({
    basePath: `${folder}${newest.name}/`,
    noWorker: true,
    baseUrl: "/",
    metaCacheTag: newest.tag,
  });
  await Promise.all(
    others.map(({ name, tag }) =>
      index.mergeIndex(`${folder}${name}/`, { baseUrl: "/", metaCacheTag: tag }),
    ),
  );
  return index;
}
