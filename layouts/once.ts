import { Shared } from "./html.ts";
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
): (thing: Thing, more: More) => Shared {
  const known = new WeakMap<Thing, Map<string, Shared>>();
  return (thing, more) => {
    const printed = known.get(thing) ?? new Map<string, Shared>();
    known.set(thing, printed);
    const key = keyOf(more);
    const found = printed.get(key) ?? new Shared(print(thing, more).toString());
    printed.set(key, found);
    return found;
  };
}
