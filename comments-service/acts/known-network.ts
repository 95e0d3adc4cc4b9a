import { tokenAddress } from "../domain/addresses.ts";
import { knownMark, startOfDay } from "../domain/shares.ts";
import { DAY } from "../domain/times.ts";
import { readWayIn, wayInToken } from "../domain/way-in.ts";
import { hashOfMailbox } from "./letters.ts";
import type { Service } from "./service.ts";

/** The address in a letter with a code: who has not asked for it, and does not get in, makes his own network known there. */
export function wayInLink(
  { settings, secret, clock }: Pick<Service, "settings" | "secret" | "clock">,
  email: string,
): string {
  return tokenAddress(settings.serviceUrl, "way-in", wayInToken(secret, email, clock()));
}

/** Notes for today that an address was proven in this network: what is asked for there has a share of its own (see domain/shares.ts). */
export async function knowNetwork(
  { store, secret, clock }: Pick<Service, "store" | "secret" | "clock">,
  { email, network }: { email: string; network: string },
): Promise<void> {
  const key = knownMark(hashOfMailbox(secret, email), network);
  await store.mayTry({ key, start: startOfDay(clock()), per: DAY, most: 1 });
}

/** The owner's way in: whoever has the link in such a letter makes the network known in which it is pressed. @returns whether it still works. */
export async function openWayIn(
  service: Service,
  { token, network }: { token: string; network: string },
): Promise<boolean> {
  const email = readWayIn(service.secrets, token, service.clock());
  if (email !== null) await knowNetwork(service, { email, network });
  return email !== null;
}
