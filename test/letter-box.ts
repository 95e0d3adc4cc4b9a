/** A letter as it came over the wire, and its text decoded. */
export interface Letter {
  readonly to: string;
  /** Its headers, and what else there is of it. */
  readonly raw: string;
  readonly text: string;
}

/** Where letters lie until somebody takes them. */
export function newLetterBox() {
  const letters: Letter[] = [];
  const waiting: ((letter: Letter) => void)[] = [];
  return {
    /** What nobody has taken, the oldest first. */
    letters,
    put(letter: Letter): void {
      const next = waiting.shift();
      if (next === undefined) letters.push(letter);
      else next(letter);
    },
    /** The oldest letter that nobody has taken, or the next one to come. */
    nextLetter: () =>
      new Promise<Letter>((resolve) => {
        const first = letters.shift();
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
  };
}
