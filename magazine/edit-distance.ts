/**
 * How many letters must be put in, taken out, replaced or exchanged with their neighbour (optimal string alignment), when it is no more
 * than `limit`; else Infinity. Only the cells within `limit` of the diagonal are looked at, so the work is `limit` times the length.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  // Three rows are enough: the one that is made, the one above it, and the one above that.
  const width = b.length + 1;
  let twoAbove = new Uint16Array(width);
  let above = new Uint16Array(width);
  let current = new Uint16Array(width);
  for (let column = 0; column <= Math.min(b.length, limit); column += 1) above[column] = column;
  for (let row = 1; row <= a.length; row += 1) {
    const first = Math.max(1, row - limit);
    const last = Math.min(b.length, row + limit);
    const letter = a.charCodeAt(row - 1);
    const letterBefore = a.charCodeAt(row - 2);
    let left = first === 1 ? row : limit + 1;
    let least = left;
    let diagonal = above[first - 1] ?? 0;
    current[first - 1] = left;
    for (let column = first; column <= last; column += 1) {
      const other = b.charCodeAt(column - 1);
      // Beyond the cells of the row above lies what is too far.
      const up = column < row + limit ? (above[column] ?? 0) : limit + 1;
      let cost = letter === other ? diagonal : Math.min(diagonal, up, left) + 1;
      if (
        letter !== other &&
        letterBefore === other &&
        column > 1 &&
        letter === b.charCodeAt(column - 2)
      )
        cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      diagonal = up;
      left = cost;
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return Infinity;
    [twoAbove, above, current] = [above, current, twoAbove];
  }
  const distance = above[b.length] ?? Infinity;
  return distance <= limit ? distance : Infinity;
}
