import * as v from "valibot";
import type { Action, Challenge } from "../wire.ts";
import { defaultDifficulty, risen } from "./difficulty.ts";
import type { Difficulty } from "./difficulty.ts";
import { randomBytes } from "./ids.ts";
import type { Clock } from "./ids.ts";
import { isSameHash, keyedHash } from "./digest.ts";
import { fromHex, toHex } from "./hex.ts";
import { keepLast } from "./keep-last.ts";
import { nameOfChallenge, readCode } from "./image-code/code-challenge.ts";
import type { ReadCode } from "./image-code/code-challenge.ts";
import { secureRandom } from "./image-code/random.ts";
import { HOUR } from "./times.ts";

const LIFETIME = HOUR;
const ALGORITHM = "PBKDF2/SHA-256";
const KEY_BYTES = 32;

const Solved = v.object({
  challenge: v.object({
    // All that there are, in the order in which they are signed, and nothing else.
    parameters: v.strictObject({
      algorithm: v.string(),
      cost: v.number(),
      data: v.strictObject({ action: v.string(), thread: v.string() }),
      expiresAt: v.number(),
      keyLength: v.number(),
      keyPrefix: v.string(),
      keySignature: v.string(),
      nonce: v.string(),
      salt: v.string(),
    }),
    signature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  }),
  solution: v.object({
    counter: v.number(),
    derivedKey: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})+$/u)),
  }),
});

/** A solution as a reader sent it: of a proof of work, or a code from an image. Nothing of it is proven yet but its form. */
export type Solution = SolvedWork | ReadCode;

interface SolvedWork {
  /** Names the challenge, so it is the key under which the solution counts once. */
  id: string;
  /** When the challenge was made: about when the reader began to write. Signed with it, so nobody can set it back. */
  madeAt: number;
  payload: v.InferOutput<typeof Solved>;
}

/** Reads the base64 of `{ challenge, solution }`; null when it is none. */
export function readSolution(input: string): Solution | null {
  try {
    const payload: unknown = JSON.parse(atob(input));
    const solved = v.safeParse(Solved, payload);
    if (!solved.success) return readCode(payload);
    const { challenge } = solved.output;
    const madeAt = challenge.parameters.expiresAt * 1000 - LIFETIME;
    const id = nameOfChallenge(madeAt, challenge.signature);
    return { id, madeAt, payload: solved.output };
  } catch {
    return null;
  }
}

export type Challenges = ReturnType<typeof createChallenges>;

/**
 * ALTCHA's proof of work (protocol version 2) with PBKDF2/SHA-256 and a known counter, so that checking a solution costs two
 * signatures and no derivation: that of the challenge, and the one in it of the key that a solver has to find. Thread and action are
 * signed with it.
 * @param secrets newest first: challenges are made under the first, and good under any.
 */
export function createChallenges(
  secrets: readonly string[],
  clock: Clock,
  difficulty: Difficulty = defaultDifficulty,
) {
  return {
    /** @param full how much of the caps is used up, zero to one: the more, the more work (see difficulty.ts). */
    async create(thread: string, action: Action, full = 0): Promise<Challenge> {
      const { cost, least, most } = risen(difficulty, full);
      const [secret] = secrets;
      if (secret === undefined) throw new Error("challenges need a secret");
      const keys = signingKeys(secret);
      const counter = least + Math.floor(secureRandom() * (most - least + 1));
      const [nonce, salt] = [randomBytes(16), randomBytes(16)];
      const key = await derived(nonce, counter, { salt, iterations: cost });
      // ALTCHA signs them as JSON with their keys in order.
      const parameters = {
        algorithm: ALGORITHM,
        cost,
        data: { action, thread },
        expiresAt: Math.floor((clock() + LIFETIME) / 1000),
        keyLength: KEY_BYTES,
        keyPrefix: toHex(key.subarray(0, KEY_BYTES / 2)),
        keySignature: keyedHash(keys.hmacKeySignatureSecret, key),
        nonce: toHex(nonce),
        salt: toHex(salt),
      };
      const signature = keyedHash(keys.hmacSignatureSecret, JSON.stringify(parameters));
      return { kind: "pow", challenge: { parameters, signature } };
    },

    /** Whether the solution is right and belongs to this thread and action. */
    verify(
      { payload: { challenge, solution } }: SolvedWork,
      thread: string,
      action: Action,
    ): "solved" | "expired" | "invalid" {
      const { expiresAt, data, keySignature } = challenge.parameters;
      if (expiresAt * 1000 <= clock()) return "expired";
      if (data.thread !== thread || data.action !== action) return "invalid";
      // In the order of the schema, whatever it was.
      const parameters = JSON.stringify(challenge.parameters);
      const keys = secrets
        .map(signingKeys)
        .find(({ hmacSignatureSecret }) =>
          isSameHash(keyedHash(hmacSignatureSecret, parameters), challenge.signature),
        );
      if (keys === undefined) return "invalid";
      const found = keyedHash(keys.hmacKeySignatureSecret, fromHex(solution.derivedKey));
      return isSameHash(found, keySignature) ? "solved" : "invalid";
    },
  };
}

/** The key that a solver has to find: that of the nonce and the counter (32 bits, big endian). */
async function derived(
  nonce: Uint8Array,
  counter: number,
  { salt, iterations }: { salt: Uint8Array<ArrayBuffer>; iterations: number },
): Promise<Uint8Array> {
  const password = fromHex(toHex(nonce) + counter.toString(16).padStart(8, "0"));
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, KEY_BYTES * 8));
}

/** Two keys of their own for the two things that ALTCHA signs. */
const signingKeys = keepLast(8, (secret) => ({
  hmacSignatureSecret: keyedHash(secret, "challenge"),
  hmacKeySignatureSecret: keyedHash(secret, "challenge key"),
}));
