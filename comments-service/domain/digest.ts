import { createHash, createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { keepLast } from "./keep-last.ts";

// Not Web Crypto: each of these takes a few microseconds, its way to another thread and back several times that. Workers offer node:crypto
// too, under `nodejs_compat`.

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** HMAC-SHA-256 (RFC 2104) of a text or bytes under a key, in hexadecimal: a name for something that must not be kept itself. */
export function keyedHash(key: string, message: string | Uint8Array): string {
  return createHmac("sha256", keyOf(key)).update(message).digest("hex");
}

/** Whether two hashes are the same; how long that takes tells nothing of where they differ. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

// Keys are few: the secrets', and one of each day.
const keyOf = keepLast(16, (key) => createSecretKey(key, "utf8"));
