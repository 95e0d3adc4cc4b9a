import type { Store } from "../../comments-service/store/port/store.ts";

/** Does something once, just before the store is asked this: what came before in the act has seen nothing of it. */
export function justBefore(
  { store }: { store: Store },
  name: "comment" | "confirm" | "edit" | "moderate" | "postSignedIn",
  happens: () => Promise<unknown>,
): void {
  const real: Store = { ...store };
  store[name] = async (...given: never[]) => {
    store[name] = real[name] as never;
    await happens();
    return Reflect.apply(real[name], store, given) as never;
  };
}
