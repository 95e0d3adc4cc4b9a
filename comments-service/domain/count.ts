/** A number with its thing, for lines that people read: `1 comment`, `2 comments`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
