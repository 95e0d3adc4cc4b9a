import { createRequire } from "node:module";
import type { Challenge } from "../../comments-service/wire.ts";

/** A solved challenge as it is sent, in base64. */
export interface Solved {
  challenge: { parameters: Record<string, unknown>; signature: string };
  solution: { counter: number; derivedKey: string };
}

// The slice of ALTCHA's own library that is used. The package stands in the service's workspace, out of sight from here.
interface Altcha {
  solveChallenge: (options: {
    challenge: Challenge["challenge"];
    deriveKey: unknown;
  }) => Promise<Solved["solution"] | null>;
  verifySolution: (
    options: Solved & {
      deriveKey: unknown;
      hmacSignatureSecret: string;
      hmacKeySignatureSecret: string;
    },
  ) => Promise<{ verified: boolean }>;
}
const require = createRequire(new URL("../../comments-service/package.json", import.meta.url));
const { solveChallenge, verifySolution } = require("altcha-lib") as Altcha;
const { deriveKey } = require("altcha-lib/algorithms/web/pbkdf2") as { deriveKey: unknown };

/** Solves a challenge as any ALTCHA client does; the base64 that the wire takes. */
export async function solve({ challenge }: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

/** Whether ALTCHA's own library, given the two keys, takes a solution. */
export async function isSolvedForAltcha(
  solved: Solved,
  keys: { hmacSignatureSecret: string; hmacKeySignatureSecret: string },
): Promise<boolean> {
  return (await verifySolution({ ...solved, ...keys, deriveKey })).verified;
}
