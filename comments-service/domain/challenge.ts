import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import type { Payload } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import * as v from "valibot";
import type { Action, Challenge } from "../wire.ts";
import type { Clock } from "./ids.ts";
import { keyedHash } from "./digest.ts";
import { HOUR } from "./times.ts";

/** How much work a challenge is: `cost` rounds of PBKDF2 for each of up to `most` tries. */
export interface Difficulty {
  cost: number;
  least: number;
  most: number;
}

/** About 400,000 rounds on average: a tenth of a second on a computer, below one on a phone. */
const defaultDifficulty: Difficulty = { cost: 2000, least: 100, most: 300 };

const LIFETIME = HOUR;

const Solved = v.object({
  challenge: v.object({
    parameters: v.looseObject({
      expiresAt: v.number(),
      data: v.object({ thread: v.string(), action: v.string() }),
    }),
    signature: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  }),
  solution: v.object({ counter: v.number(), derivedKey: v.string() }),
});

/** A solution as a reader sent it. Nothing of it is proven yet but its form. */
export interface Solution {
  /** The challenge's signature: it names the challenge, so it is the key under which the solution counts once. */
  id: string;
  payload: Payload;
}

/** Reads the base64 of ALTCHA's `{ challenge, solution }`; null when it is none. */
export function readSolution(input: string): Solution | null {
  try {
    const payload: unknown = JSON.parse(atob(input));
    const solved = v.parse(Solved, payload);
    // The signature covers every parameter, so the library needs the payload as it came; the schema has checked its shape.
    return { id: solved.challenge.signature, payload: payload as Payload };
  } catch {
    return null;
  }
}

export interface Challenges {
  create(thread: string, action: Action): Promise<Challenge>;
  /** Whether the solution is right and belongs to this thread and action. */
  verify(
    solution: Solution,
    thread: string,
    action: Action,
  ): Promise<"solved" | "expired" | "invalid">;
}

/**
 * ALTCHA's proof of work (protocol version 2) with PBKDF2/SHA-256 and a known counter, so that checking a solution costs two
 * signatures and no derivation. Thread and action are signed with it.
 */
export function createChallenges(
  secret: string,
  clock: Clock,
  { cost, least, most }: Difficulty = defaultDifficulty,
): Challenges {
  const keys = Promise.all([keyedHash(secret, "challenge"), keyedHash(secret, "challenge key")]);
  return {
    async create(thread, action) {
      const [hmacSignatureSecret, hmacKeySignatureSecret] = await keys;
      const { parameters, signature } = await createChallenge({
        algorithm: "PBKDF2/SHA-256",
        cost,
        counter: randomInt(most, least),
        deriveKey,
        data: { thread, action },
        expiresAt: Math.floor((clock() + LIFETIME) / 1000),
        hmacSignatureSecret,
        hmacKeySignatureSecret,
      });
      return {
        kind: "pow",
        challenge: {
          parameters: { ...parameters },
          ...(signature === undefined ? {} : { signature }),
        },
      };
    },

    async verify({ payload: { challenge, solution } }, thread, action) {
      const { expiresAt = 0, data } = challenge.parameters;
      if (expiresAt * 1000 <= clock()) return "expired";
      if (data?.["thread"] !== thread || data["action"] !== action) return "invalid";
      const [hmacSignatureSecret, hmacKeySignatureSecret] = await keys;
      // The library also looks at the machine's own clock, which only matters where that differs from ours.
      const { verified, expired } = await verifySolution({
        challenge,
        solution,
        deriveKey,
        hmacSignatureSecret,
        hmacKeySignatureSecret,
      });
      return verified ? "solved" : expired ? "expired" : "invalid";
    },
  };
}
