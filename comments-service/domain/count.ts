/** A number with its thing, for lines that people read: `1 comment`, `2 comments`. */
export function count(number: number, thing: string, things = `${thing}s`): string {
  return `${number} ${number === 1 ? thing : things}`;
}
