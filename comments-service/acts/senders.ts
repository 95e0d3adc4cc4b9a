import { networkOf, senderNetworks } from "../domain/client-address.ts";
import { keyedHash } from "../domain/digest.ts";
import type { Clock, Ids } from "../domain/ids.ts";
import { DAY } from "../domain/times.ts";
import type { Store } from "../store/port/store.ts";

/** Hashes that stand for who sends a request today, for the wider networks that he stands in, and for the one that counts once. */
export type Senders = Record<"sender" | "sender56" | "sender48" | "network", string>;

/**
 * Names senders by hashes, which are others tomorrow: they are made under a random key of the day. It is kept in the store so that all
 * processes count alike, and deleted soon.
 * @returns the hashes of an IP address; null is a connection without one.
 */
export function createSenders({
  store,
  clock,
  ids,
}: {
  store: Pick<Store, "key">;
  clock: Clock;
  ids: Ids;
}): (address: string | null) => Promise<Senders> {
  let known = { day: -1, key: "" };

  return async (address) => {
    const networks = senderNetworks(address);
    const key = await keyOfToday();
    const sender = keyedHash(key, networks[64]);
    const hashOf = (network: string) =>
      network === networks[64] ? sender : keyedHash(key, network);
    return {
      sender,
      sender56: hashOf(networks[56]),
      sender48: hashOf(networks[48]),
      network: keyedHash(key, networkOf(address)),
    };
  };

  async function keyOfToday(): Promise<string> {
    const now = clock();
    const day = Math.floor(now / DAY);
    if (known.day !== day) known = { day, key: await store.key(`day ${day}`, ids.token, now) };
    return known.key;
  }
}
