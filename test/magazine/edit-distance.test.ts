import { expect, test } from "vitest";
import { editDistance } from "../../magazine/edit-distance.ts";

test.each([
  ["", "", 0],
  ["marke", "marke", 0],
  ["", "ab", 2],
  ["ab", "", 2],
  ["marke", "marken", 1],
  ["marken", "marke", 1],
  ["marke", "amarke", 1],
  ["marke", "morke", 1],
  ["marke", "mrake", 1],
  ["amrke", "marke", 1],
  ["marek", "marke", 1],
  ["abc", "cba", 2],
  ["ca", "abc", 3],
  ["aa", "bb", 2],
  ["ab", "ba", 1],
  ["aab", "aba", 1],
  ["vertrieb", "vertreib", 1],
  ["kitten", "sitting", 3],
  ["sonntag", "samstag", 3],
])("from %j to %j it is %i", (one, other, distance) => {
  expect(editDistance(one, other, 9)).toBe(distance);
  expect(editDistance(one, other, distance)).toBe(distance);
  expect(editDistance(other, one, distance)).toBe(distance);
  expect(editDistance(one, other, distance - 1)).toBe(Infinity);
});

/** As the definition says it, all cells. */
function slowly(a: string, b: string): number {
  const cells = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : row)),
  );
  const at = (row: number, column: number) => cells[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1)
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const exchanged = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const costs = [at(row - 1, column) + 1, at(row, column - 1) + 1];
      costs.push(at(row - 1, column - 1) + same);
      if (row > 1 && column > 1 && exchanged) costs.push(at(row - 2, column - 2) + 1);
      (cells[row] ?? [])[column] = Math.min(...costs);
    }
  return at(a.length, b.length);
}

test("of all words of up to four letters of two kinds it is what the definition says, within each bound", () => {
  const words = [""];
  for (const word of words) if (word.length < 4) words.push(`${word}a`, `${word}b`);
  const wrong = words.flatMap((one) =>
    words.flatMap((other) =>
      [0, 1, 2, 3, 4].filter((limit) => {
        const distance = slowly(one, other);
        return editDistance(one, other, limit) !== (distance <= limit ? distance : Infinity);
      }),
    ),
  );
  expect(wrong).toEqual([]);
});
