import { keyedHash } from "./digest.ts";

/** The address that ends a wish: it carries its own proof, so that it works without a session and from a mail program. */
export function unsubscribeLink(serviceUrl: string, secret: string, subscription: string): string {
  const token = unsubscribeToken(secret, subscription);
  return `${serviceUrl}/unsubscribe?subscription=${subscription}&token=${token}`;
}

/** Follows from the wish and the secret, so that every letter about it carries the same, and none is kept. */
export function unsubscribeToken(secret: string, subscription: string): string {
  return keyedHash(secret, `unsubscribe ${subscription}`);
}
