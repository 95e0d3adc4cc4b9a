import { isId } from "../domain/ids.ts";
import { unsubscribeToken } from "../domain/unsubscribing.ts";
import type { KeptSubscription } from "../store/port/accounts.ts";
import { stopTelling } from "./account.ts";
import type { Service } from "./service.ts";

/** What a link to unsubscribe names. */
export interface UnsubscribeLink {
  subscription: string;
  token: string;
}

/** The wish that a link ends; null when it names none, or carries no proof. */
export async function wishOf(
  { store, secrets }: Pick<Service, "store" | "secrets">,
  { subscription, token }: UnsubscribeLink,
): Promise<KeptSubscription | null> {
  if (!isId(subscription)) return null;
  const right = secrets.map((secret) => unsubscribeToken(secret, subscription));
  return right.includes(token) ? store.subscription(subscription) : null;
}

/** Ends all wishes of the same address about the same thread. @returns the wish as it is now; null as `wishOf`. */
export async function unsubscribe(
  service: Service,
  link: UnsubscribeLink,
): Promise<KeptSubscription | null> {
  const wish = await wishOf(service, link);
  if (wish === null) return null;
  await stopTelling(service, wish);
  return { ...wish, endedAt: wish.endedAt ?? service.clock() };
}
