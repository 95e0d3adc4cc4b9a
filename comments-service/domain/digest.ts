import { toHex } from "./hex.ts";
import { keepLast } from "./keep-last.ts";

// Web Crypto rather than node:crypto, so that the same code runs on Workers.
const utf8 = new TextEncoder();

/** SHA-256 of a text, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(text))));
}

/** HMAC-SHA-256 of a text under a key, in hexadecimal: a name for something that must not be kept itself. */
export async function keyedHash(key: string, text: string): Promise<string> {
  return toHex(
    new Uint8Array(await crypto.subtle.sign("HMAC", await hmacKey(key), utf8.encode(text))),
  );
}

// Importing takes longer than signing. Keys are few: the secret's, and one of each day.
const hmacKey = keepLast(8, (key) =>
  crypto.subtle.importKey("raw", utf8.encode(key), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]),
);
