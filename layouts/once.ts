import type { Html } from "./html.ts";

/**
 * What stands on many pages is printed once: as long as a thing of the views is there, so is what was printed of it.
 *
 * @param print gives the same for the same thing and the same key: it stays a function of its view
 * @param keyOf says in words what it depends on besides
 */
export function once<Thing extends object, More>(
  print: (thing: Thing, more: More) => Html,
  keyOf: (more: More) => string,
): (thing: Thing, more: More) => Html {
  const known = new WeakMap<Thing, Map<string, Html>>();
  return (thing, more) => {
    const printed = known.get(thing) ?? new Map<string, Html>();
    known.set(thing, printed);
    const key = keyOf(more);
    const found = printed.get(key) ?? print(thing, more);
    printed.set(key, found);
    return found;
  };
}
