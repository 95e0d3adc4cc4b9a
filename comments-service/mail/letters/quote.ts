/**
 * A reader's words inside a letter: each line marked, so that they cannot pass for ours; and addresses broken up, so that our link is
 * the only one and nobody can have us mail his to strangers.
 */
export function quote(words: string): string {
  return words
    .replace(/:\/\//gu, ": //")
    .replace(/\bwww\./giu, "www .")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}
