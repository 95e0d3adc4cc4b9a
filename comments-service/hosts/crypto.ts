import { Buffer } from "node:buffer";
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  timingSafeEqual,
} from "node:crypto";
import { keepLast } from "../domain/keep-last.ts";

// `#crypto` on every host: Node's own, and in a worker workerd's, which is as native.

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => hash("sha256", text);

/** HMAC-SHA-256 (RFC 2104) of a text or bytes under a key, in hexadecimal. */
export const hmacSha256 = (key: string, message: string | Uint8Array): string =>
  createHmac("sha256", hmacKey(key)).update(message).digest("hex");

/** Whether two texts are the same; how long that takes tells nothing of where they differ. */
export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) under the SHA-256 of a secret.
 * @param nonce 96 bits that this secret has never had.
 * @returns the nonce, the ciphertext and the tag of 128 bits.
 */
export function encrypt(secret: string, nonce: Uint8Array, text: string): Uint8Array {
  const cipher = createCipheriv(CIPHER, cipherKey(secret), nonce);
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** The text that `encrypt` closed. @throws for another secret, and for what was changed since. */
export function decrypt(secret: string, bytes: Uint8Array): string {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, cipherKey(secret), nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const opened = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
  return Buffer.concat(opened).toString("utf8");
}

/** Bytes as base64url without padding (RFC 4648, 5). */
export const toBase64Url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");

/** The bytes of such a text. */
export const fromBase64Url = (text: string): Uint8Array => Buffer.from(text, "base64url");

// Keys are few: the secrets', and one of each day. Making one takes longer than using it.
const hmacKey = keepLast(16, (key) => createSecretKey(key, "utf8"));
const cipherKey = keepLast(8, (secret) => createSecretKey(hash("sha256", secret, "buffer")));
