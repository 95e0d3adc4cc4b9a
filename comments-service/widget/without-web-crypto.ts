import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha256 } from "@noble/hashes/sha2.js";

// So long, in milliseconds, the page may stand still.
const AT_ONCE = 12;
let rested = 0;

/**
 * PBKDF2 with SHA-256, for a page over plain http: browsers keep Web Crypto from it. Takes some times as long; loaded only there.
 * @throws for another hash.
 */
export async function derived(
  { hash, salt, iterations }: { hash: string; salt: Uint8Array; iterations: number },
  password: Uint8Array,
  length: number,
): Promise<Uint8Array> {
  if (hash !== "SHA-256") throw new Error(`no ${hash} without Web Crypto`);
  if (performance.now() > rested + AT_ONCE) {
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  }
  return pbkdf2(sha256, password, salt, { c: iterations, dkLen: length });
}
