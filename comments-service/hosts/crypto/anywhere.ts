import { gcm } from "@noble/ciphers/aes.js";
import { concatBytes, equalBytes } from "@noble/ciphers/utils.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 as hashOf } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { toHex } from "../../domain/hex.ts";
import { keepLast } from "../../domain/keep-last.ts";

// `#crypto` where there is no Node, as in a worker. node.ts gives the same answers; a test holds both to the standards' own vectors.

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => toHex(hashOf(utf8ToBytes(text)));

/** HMAC-SHA-256 (RFC 2104) of a text or bytes under a key, in hexadecimal. */
export function hmacSha256(key: string, message: string | Uint8Array): string {
  const bytes = typeof message === "string" ? utf8ToBytes(message) : message;
  return toHex(keyed(key).clone().update(bytes).digest());
}

/** Whether two texts are the same; how long that takes tells nothing of where they differ. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && equalBytes(utf8ToBytes(one), utf8ToBytes(other));

const NONCE_BYTES = 12;

/**
 * AES-256-GCM (NIST SP 800-38D) under the SHA-256 of a secret.
 * @param nonce 96 bits that this secret has never had.
 * @returns the nonce, the ciphertext and the tag of 128 bits.
 */
export function encrypt(secret: string, nonce: Uint8Array, text: string): Uint8Array {
  return concatBytes(nonce, gcm(cipherKey(secret), nonce).encrypt(utf8ToBytes(text)));
}

/** The text that `encrypt` closed. @throws for another secret, and for what was changed since. */
export function decrypt(secret: string, bytes: Uint8Array): string {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const opened = gcm(cipherKey(secret), nonce).decrypt(bytes.subarray(NONCE_BYTES));
  return new TextDecoder().decode(opened);
}

/** Bytes as base64url without padding (RFC 4648, 5). */
export function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

/** The bytes of such a text. @throws for what is none. */
export function fromBase64Url(text: string): Uint8Array {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

// Keys are few: the secrets', and one of each day. Making one takes longer than using it.
const keyed = keepLast(16, (key) => hmac.create(hashOf, utf8ToBytes(key)));
const cipherKey = keepLast(8, (secret) => hashOf(utf8ToBytes(secret)));
