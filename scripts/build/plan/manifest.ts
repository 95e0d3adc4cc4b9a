import { basename, dirname, join } from "node:path";
import { writeWhole } from "../files.ts";
import type { KeptPrint } from "./state.ts";

/** What the output folder holds, for whoever uploads it. */
export interface Manifest {
  readonly version: 1;
  /** The folder's name; this file lies beside it. */
  readonly folder: string;
  /**
   * In the order in which to upload them: what pages need, and bears its hash in its name; pages; feeds, sitemaps and whatever else
   * names pages. So no reader gets a page before what it needs, and none is led to a page that is not there yet.
   */
  readonly files: readonly ListedFile[];
  /** What the build before has printed and this one has not: to be deleted last. */
  readonly deleted: readonly string[];
}

export interface ListedFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  /** SHA-256 of its bytes, in base64url. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
}

export function manifestFor(
  folder: string,
  files: ReadonlyMap<string, KeptPrint>,
  deleted: readonly string[],
): Manifest {
  const ranked = Map.groupBy(files.keys(), rank);
  const inOrder = [0, 1, 2].flatMap((one) => ranked.get(one)?.toSorted() ?? []);
  return {
    version: 1,
    folder,
    files: inOrder.flatMap((path) => {
      const [size, , hash] = files.get(path)?.stamp ?? [];
      return size === undefined || hash === undefined ? [] : [{ path, hash, size }];
    }),
    deleted: deleted.toSorted(),
  };
}

/** Where the manifest of a folder lies: beside it. */
export function manifestOf(out: string): string {
  return join(dirname(out), "manifest.json");
}

/** Writes it beside the output folder: whole, or not at all. */
export function writeManifest(
  out: string,
  files: ReadonlyMap<string, KeptPrint>,
  deleted: readonly string[],
): void {
  const file = manifestOf(out);
  const manifest = manifestFor(basename(out), files, deleted);
  writeWhole(
    file,
    `${JSON.stringify(manifest)}
`,
  );
}

function rank(path: string): number {
  if (path.startsWith("assets/")) return 0;
  if (path.endsWith(".html")) return 1;
  return path.includes("/") && !/\.(?:xml|json|atom|rss|txt)$/u.test(path) ? 0 : 2;
}
