import { createRequire } from "node:module";
import type { Challenge } from "../../comments-service/wire.ts";

// The slice of ALTCHA's own solver that is used. The package stands in the service's workspace, out of sight from here.
interface Altcha {
  solveChallenge: (options: {
    challenge: Challenge["challenge"];
    deriveKey: unknown;
  }) => Promise<{ counter: number; derivedKey: string } | null>;
}
const require = createRequire(new URL("../../comments-service/package.json", import.meta.url));
const { solveChallenge } = require("altcha-lib") as Altcha;
const { deriveKey } = require("altcha-lib/algorithms/web/pbkdf2") as { deriveKey: unknown };

/** Solves a challenge as any ALTCHA client does; the base64 that the wire takes. */
export async function solve({ challenge }: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}
