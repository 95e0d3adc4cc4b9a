import { changedIn } from "./fingerprint.ts";
import type { Printed, State } from "./state.ts";
import type { Words } from "./words.ts";

/** Why each of these files was printed: what of it has changed since the last build. @param words of the files that it printed */
export function whyOf(
  printed: ReadonlyMap<string, Printed>,
  before: State | null,
  words: Words,
): ReadonlyMap<string, string> {
  const reasonOf = (file: string, { fingerprint, words: now }: Printed): string => {
    if (before === null) return "nothing is known of an earlier build";
    const was = before.files.of(file);
    if (was === undefined) return "new";
    if (was.fingerprint === fingerprint) return "the file was not as it had been printed";
    return changedIn(words.get(file) ?? "", now).join(", ");
  };
  return new Map([...printed].map(([file, now]) => [file, reasonOf(file, now)]));
}

/**
 * A line for each printed file: what has changed of it.
 *
 * @param path the address of a page, or of a folder with all below it; left out: of everything
 */
export function reasonsOf(why: ReadonlyMap<string, string>, path?: string): string[] {
  const wanted = path?.replace(/^\/|index\.html$/gu, "");
  const lines = [...why]
    .filter(([file]) => wanted === undefined || file.startsWith(wanted))
    .map(([file, reason]) => `/${file.replace(/(?:^|(?<=\/))index\.html$/u, "")}: ${reason}`);
  if (lines.length > 0 || path === undefined) return lines;
  return [`${path}: kept, since nothing of it has changed; or no page has this address`];
}
