/** Numbers from 0 up to 1, each anew; passed in, so that a test knows them beforehand. */
export type Random = () => number;

/** Numbers from the system's generator. */
export const secureRandom: Random = () => {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number / 2 ** 32;
};
