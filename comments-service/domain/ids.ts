import { toHex } from "./hex.ts";

/** Where names for new things come from. Passed in, so that a test knows them beforehand. */
export interface Ids {
  /** A new comment's, report's or letter's id: no secret, but not to be guessed. Hexadecimal, so that no id looks like an option in the shell. */
  id(): string;
  /** A secret that is mailed or kept as a key: 256 bits. */
  token: () => string;
}

/** Whether this could be an id of ours at all. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{32}$/u.test(text);
}

/**
 * Ids as UUIDs of version 7 (RFC 9562, 5.7) without hyphens: the time in milliseconds, then 74 bits from the system's generator. What is written
 * together stands together in the database, so that many new rows change few of its pages.
 */
export function createIds(clock: Clock): Ids {
  return {
    id() {
      const time = clock().toString(16).padStart(12, "0");
      const random = toHex(randomBytes(10));
      const variant = "89ab"[Number.parseInt(random.slice(0, 1), 16) % 4];
      return `${time}7${random.slice(1, 4)}${variant}${random.slice(5)}`;
    },
    token: () => toHex(randomBytes(32)),
  };
}

/** Milliseconds since 1970; passed in. */
export type Clock = () => number;

// Asking the system takes as long for many bytes as for a few.
const POOL_BYTES = 4096;
let pool = new Uint8Array(0);

/** Bytes from the system's generator, at most 4096; each is given out once. */
export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  if (pool.length < count) pool = crypto.getRandomValues(new Uint8Array(POOL_BYTES));
  const bytes = pool.slice(0, count);
  pool = pool.subarray(count);
  return bytes;
}
