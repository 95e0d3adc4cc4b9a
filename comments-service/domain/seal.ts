import { decrypt, encrypt, fromBase64Url, toBase64Url } from "#crypto";
import { fromHex } from "./hex.ts";
import { randomBytes } from "./ids.ts";

const NONCE_BYTES = 12;
// What is closed has it in front. Letters that were closed before there was one are hexadecimal.
const MARK = "2.";

/** Closes a text so that only who has the secret can read it. Letters wait in the store this way, since they carry tokens. */
export function seal(secret: string, text: string): string {
  return MARK + toBase64Url(encrypt(secret, randomBytes(NONCE_BYTES), text));
}

/** Opens what `seal` closed; null when it was closed with another secret or has been changed. */
export function unseal(secret: string, sealed: string): string | null {
  try {
    const isMarked = sealed.startsWith(MARK);
    return decrypt(secret, isMarked ? fromBase64Url(sealed.slice(MARK.length)) : fromHex(sealed));
  } catch {
    return null;
  }
}
