import { keyedHash } from "./digest.ts";

/** The address that ends a wish: it carries its own proof, so that it works without a session and from a mail program. */
export async function unsubscribeLink(
  serviceUrl: string,
  secret: string,
  subscription: string,
): Promise<string> {
  const token = await unsubscribeToken(secret, subscription);
  return `${serviceUrl}/unsubscribe?subscription=${subscription}&token=${token}`;
}

/** Follows from the wish and the secret, so that every letter about it carries the same, and none is kept. */
export function unsubscribeToken(secret: string, subscription: string): Promise<string> {
  return keyedHash(secret, `unsubscribe ${subscription}`);
}
