import type { Store } from "../store/port/store.ts";

/**
 * The store with one look-up for all who ask for the same thread, or for the site, in one turn of Node's event loop: the readers of an
 * article that everybody reads at once. The look-up starts after each of them has asked, so nobody gets an older state than by a look-up
 * of their own.
 */
export function shareLookUps(store: Store): Store {
  const site = shared(() => store.site());
  return { ...store, site: () => site(""), thread: shared((id) => store.thread(id)) };
}

function shared<Found>(find: (id: string) => Promise<Found>): (id: string) => Promise<Found> {
  const waiting = new Map<string, Promise<Found>>();

  async function lookUp(id: string): Promise<Found> {
    await new Promise((resolve) => setImmediate(resolve));
    waiting.delete(id);
    return find(id);
  }

  return (id) => {
    const known = waiting.get(id);
    if (known !== undefined) return known;
    const asked = lookUp(id);
    waiting.set(id, asked);
    return asked;
  };
}
