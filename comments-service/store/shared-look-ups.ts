import type { Store, ThreadState } from "./store.ts";

/**
 * The store with one look-up for all who ask for the same thread in one turn of Node's event loop: the readers of an article that
 * everybody reads at once. The look-up starts after each of them has asked, so nobody gets an older state than by a look-up of their own.
 */
export function shareLookUps(store: Store): Store {
  const waiting = new Map<string, Promise<ThreadState | null>>();

  async function lookUp(id: string): Promise<ThreadState | null> {
    await new Promise((resolve) => setImmediate(resolve));
    waiting.delete(id);
    return store.thread(id);
  }

  return {
    ...store,
    thread(id) {
      const known = waiting.get(id);
      if (known !== undefined) return known;
      const asked = lookUp(id);
      waiting.set(id, asked);
      return asked;
    },
  };
}
