import { createCipheriv, createDecipheriv, createHash, createSecretKey } from "node:crypto";
import { randomBytes } from "./ids.ts";
import { keepLast } from "./keep-last.ts";

// AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce before the ciphertext and the tag of 128 bits behind it.
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
// What is closed has it in front. Letters that were closed before there was one are hexadecimal.
const MARK = "2.";

/** Closes a text so that only who has the secret can read it. Letters wait in the store this way, since they carry tokens. */
export function seal(secret: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), nonce);
  const closed = [nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  return MARK + Buffer.concat(closed).toString("base64url");
}

/** Opens what `seal` closed; null when it was closed with another secret or has been changed. */
export function unseal(secret: string, sealed: string): string | null {
  const bytes = sealed.startsWith(MARK)
    ? Buffer.from(sealed.slice(MARK.length), "base64url")
    : Buffer.from(sealed, "hex");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyOf(secret), bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString("utf8");
  } catch {
    return null;
  }
}

// Deriving takes longer than closing a letter.
const keyOf = keepLast(8, (secret) =>
  createSecretKey(createHash("sha256").update(secret).digest()),
);
