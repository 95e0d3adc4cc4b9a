import { fromHex, toHex } from "./hex.ts";
import { keepLast } from "./keep-last.ts";

// AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce before the ciphertext.
const NONCE_BYTES = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Closes a text so that only who has the secret can read it. Letters wait in the store this way, since they carry tokens. */
export async function seal(secret: string, text: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await keyOf(secret);
  const closed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce },
    key,
    encoder.encode(text),
  );
  return toHex(nonce) + toHex(new Uint8Array(closed));
}

/** Opens what `seal` closed; null when it was closed with another secret or has been changed. */
export async function unseal(secret: string, sealed: string): Promise<string | null> {
  const bytes = fromHex(sealed);
  const iv = bytes.subarray(0, NONCE_BYTES);
  try {
    const key = await keyOf(secret);
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv },
      key,
      bytes.subarray(NONCE_BYTES),
    );
    return decoder.decode(opened);
  } catch {
    return null;
  }
}

// Deriving and importing takes longer than closing a letter.
const keyOf = keepLast(8, async (secret) => {
  const bytes = await crypto.subtle.digest("SHA-256", encoder.encode(secret));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
});
