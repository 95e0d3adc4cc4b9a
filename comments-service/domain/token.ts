import { keyedHash, sha256 } from "./digest.ts";
import type { CodePurpose, Purpose } from "./session.ts";

/** What a token that goes by mail, or stays in a browser, is good for. */
export type TokenPurpose =
  | "confirm"
  | "act"
  | "objection"
  | `session ${Purpose}`
  | `attempt ${CodePurpose}`;

/** The word in the hash, where it is not the purpose's name: links have been mailed under an older one. */
const words: Partial<Record<TokenPurpose, string>> = { "session account": "session mine" };

/**
 * What is kept of a token. It has 256 bits of its own (an attempt 74, and a code beside it), so its plain hash tells nothing; the purpose
 * is part of it, so that no token is good for anything else. The time in front of a token that confirms is no secret and stays in front:
 * it lets the hashes of one hour stand together in the database. (Tokens of earlier versions have none.)
 */
export function hashOfToken(purpose: TokenPurpose, token: string): string {
  const time = /^[0-9a-f]{12}(?=[0-9a-f]{64}$)/u.exec(token)?.[0] ?? "";
  return time + sha256(`${words[purpose] ?? purpose} ${token}`);
}

/** The address that ends a wish: it carries its own proof, so that it works without a session and from a mail program. */
export function unsubscribeLink(serviceUrl: string, secret: string, subscription: string): string {
  const token = unsubscribeToken(secret, subscription);
  return `${serviceUrl}/unsubscribe?subscription=${subscription}&token=${token}`;
}

/** Follows from the wish and the secret, so that every letter about it carries the same, and none is kept. */
export function unsubscribeToken(secret: string, subscription: string): string {
  return keyedHash(secret, `unsubscribe ${subscription}`);
}
