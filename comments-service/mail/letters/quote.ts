const BEGINNING = 300;

/**
 * A reader's words inside a letter: each line marked, so that they cannot pass for ours; and addresses broken up, also bare ones that mail
 * programs make links of, so that our link is the only one and nobody can have us mail his to strangers.
 */
export function quote(words: string): string {
  return words
    .replace(/(?<=\S)([.:@])(?=[\p{L}/])/gu, "$1 ")
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** The same for a letter to an address that nobody has proven: only the beginning, so that it is of no use as a letter of somebody else's. */
export function quoteBeginning(words: string): string {
  const beginning = Array.from(words).slice(0, BEGINNING).join("");
  return quote(beginning === words ? words : `${beginning.trimEnd()} …`);
}

/** A quotation with the name of whose words they are. */
export function signedBy(name: string, quoted: string): string {
  return `${quoted}\n> – ${quote(name).slice(2)}`;
}
