/** Numbers from 0 up to 1, each anew; passed in, so that a test knows them beforehand. */
export type Random = () => number;

// A picture takes about eighty numbers, and asking the system for one costs as much as for all of them.
const drawn = new Uint32Array(128);
let left = 0;

/** Numbers from the system's generator. */
export const secureRandom: Random = () => {
  if (left === 0) left = crypto.getRandomValues(drawn).length;
  left -= 1;
  return (drawn[left] ?? 0) / 2 ** 32;
};

/** Numbers that look random and are the same in each run (a linear congruence): for pictures to be looked at, never for a code that counts. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}
