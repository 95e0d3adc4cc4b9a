import { toHex } from "./hex.ts";

// Web Crypto rather than node:crypto, so that the same code runs on Workers.
const utf8 = new TextEncoder();

/** SHA-256 of a text, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(text))));
}

/** HMAC-SHA-256 of a text under a key, in hexadecimal: a name for something that must not be kept itself. */
export async function keyedHash(key: string, text: string): Promise<string> {
  const imported = await crypto.subtle.importKey(
    "raw",
    utf8.encode(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", imported, utf8.encode(text))));
}
