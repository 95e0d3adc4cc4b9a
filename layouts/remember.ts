/**
 * Remembers what was made of a text, for those that were asked for last: as many as have `most` letters together, so that the memory
 * has a bound, and always the very last one.
 *
 * @param make depends on nothing but the text and the kind
 */
export function remember<Kind extends string, Thing>(
  make: (text: string, kind: Kind) => Thing,
  most: number,
): (text: string, kind: Kind) => Thing {
  /** In the order in which they were asked for, by kind and text. */
  const known = new Map<string, Thing>();
  let letters = 0;
  return (text, kind) => {
    const key = `${kind} ${text}`;
    const found = known.get(key);
    const thing = found ?? make(text, kind);
    if (found === undefined) letters += key.length;
    known.delete(key);
    known.set(key, thing);
    for (const oldest of known.keys()) {
      if (letters <= most || oldest === key) break;
      known.delete(oldest);
      letters -= oldest.length;
    }
    return thing;
  };
}
