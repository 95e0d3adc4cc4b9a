/** Cuts a comment's text into paragraphs at its blank lines, and each paragraph into its lines. Nothing in it is markup. */
export function paragraphs(text: string): string[][] {
  const found: string[][] = [];
  let current: string[] | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === "") current = undefined;
    else if (current === undefined) found.push((current = [line]));
    else current.push(line);
  }
  return found;
}
