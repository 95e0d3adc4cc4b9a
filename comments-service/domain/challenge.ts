import { createChallenge, randomInt } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import * as v from "valibot";
import type { Action, Challenge } from "../wire.ts";
import { defaultDifficulty, risen } from "./difficulty.ts";
import type { Difficulty } from "./difficulty.ts";
import type { Clock } from "./ids.ts";
import { isSameHash, keyedHash } from "./digest.ts";
import { fromHex } from "./hex.ts";
import { nameOfChallenge, readCode } from "./image-code/code-challenge.ts";
import type { ReadCode } from "./image-code/code-challenge.ts";
import { HOUR } from "./times.ts";

const LIFETIME = HOUR;

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
  const allKeys = secrets.map((secret) => signingKeys(secret));
  return {
    /** @param full how much of the caps is used up, zero to one: the more, the more work (see difficulty.ts). */
    async create(thread: string, action: Action, full = 0): Promise<Challenge> {
      const { cost, least, most } = risen(difficulty, full);
      const [keys] = allKeys;
      if (keys === undefined) throw new Error("challenges need a secret");
      const { parameters, signature } = await createChallenge({
        algorithm: "PBKDF2/SHA-256",
        cost,
        counter: randomInt(most, least),
        deriveKey,
        data: { thread, action },
        expiresAt: Math.floor((clock() + LIFETIME) / 1000),
        ...keys,
      });
      return {
        kind: "pow",
        challenge: {
          parameters: { ...parameters },
          ...(signature === undefined ? {} : { signature }),
        },
      };
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
      // ALTCHA signs them as JSON with their keys in order, which is the order of the schema.
      const parameters = JSON.stringify(challenge.parameters);
      const keys = allKeys.find(({ hmacSignatureSecret }) =>
        isSameHash(keyedHash(hmacSignatureSecret, parameters), challenge.signature),
      );
      if (keys === undefined) return "invalid";
      const found = keyedHash(keys.hmacKeySignatureSecret, fromHex(solution.derivedKey));
      return isSameHash(found, keySignature) ? "solved" : "invalid";
    },
  };
}

/** Two keys of their own for the two things that ALTCHA signs. */
function signingKeys(secret: string) {
  return {
    hmacSignatureSecret: keyedHash(secret, "challenge"),
    hmacKeySignatureSecret: keyedHash(secret, "challenge key"),
  };
}
