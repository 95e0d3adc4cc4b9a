/** Of the note itself; the same in every view of the text. */
export function noteId(note: number): string {
  return `fn-${note}`;
}

/** Of a place where a note is cited: the first, or the n-th in the whole text. */
export function citationId(note: number, citation: number): string {
  return citation === 1 ? `fnref-${note}` : `fnref-${note}-${citation}`;
}
