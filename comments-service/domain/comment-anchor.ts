/** The id of a comment's element on its article's page. Mails link to it, so it is the same in every language. */
export function commentAnchor(number: number): string {
  return `kommentar-${number}`;
}

/** The number that an address ending in `#kommentar-3` asks for; 0, which no comment has, when it asks for none. */
export function numberIn(hash: string): number {
  return Number(/^#kommentar-(\d{1,9})$/u.exec(hash)?.[1] ?? 0);
}
