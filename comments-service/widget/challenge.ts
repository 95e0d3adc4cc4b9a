import type { Challenge } from "../wire.ts";

/** What the solver reads of ALTCHA's parameters; bytes are hexadecimal. */
interface Parameters {
  algorithm: string;
  nonce: string;
  salt: string;
  cost: number;
  keyLength: number;
  keyPrefix: string;
}

/**
 * Solves a proof of work after ALTCHA's protocol, version 2, with PBKDF2: counts up until the key derived from the nonce and the counter
 * (32 bits, big endian) begins with the prefix. Web Crypto derives in the background, so the page stays quick. A page over plain
 * http has none; there the work is done without. Answers with the base64 that the wire takes; throws when `signal` aborts or for another algorithm. (altcha-lib's own solver does the same
 * in three times the bytes; a test holds the two together.)
 */
export async function solve(
  challenge: Challenge["challenge"],
  signal: AbortSignal,
): Promise<string> {
  // The wire hands ALTCHA's parameters on as they are.
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } =
    challenge.parameters as unknown as Parameters;
  const pbkdf2 = {
    name: "PBKDF2",
    hash: algorithm.slice("PBKDF2/".length),
    salt: bytes(salt),
    iterations: cost,
  };
  const derive = crypto.subtle ? derived : (await import("./without-web-crypto.ts")).derived;
  for (let counter = 0; ; counter++) {
    signal.throwIfAborted();
    const password = bytes(nonce + hex(counter, 8));
    const key = await derive(pbkdf2, password, keyLength);
    const derivedKey = Array.from(key, (byte) => hex(byte, 2)).join("");
    if (derivedKey.startsWith(keyPrefix))
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  }
}

async function derived(
  pbkdf2: Pbkdf2Params,
  password: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", password, pbkdf2, false, ["deriveBits"]);
  return new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, length * 8));
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
