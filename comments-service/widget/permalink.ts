/** The id of a comment's element; the service's mails link to it, so it is the same in every language. */
export const idOf = (number: number): string => `kommentar-${number}`;

/** The number that an address ending in `#kommentar-3` asks for; 0, which no comment has, when it asks for none. */
export function numberIn(hash: string): number {
  return Number(/^#kommentar-(\d{1,9})$/.exec(hash)?.[1] ?? 0);
}
