import * as v from "valibot";
import type { Action, Challenge } from "../../wire.ts";
import { codeLength } from "../difficulty.ts";
import { isSameHash, keyedHash } from "../digest.ts";
import { toHex } from "../hex.ts";
import type { Clock } from "../ids.ts";
import { HOUR } from "../times.ts";
import { drawCode, newCode } from "./picture.ts";
import { pngOf } from "./png.ts";
import type { Random } from "./random.ts";

const LIFETIME = HOUR;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const Parameters = v.strictObject({
  nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)),
  /** Whole seconds since 1970, as ALTCHA counts. */
  expiresAt: v.pipe(v.number(), v.integer()),
  data: v.strictObject({ thread: v.string(), action: v.string() }),
  /** A keyed hash of nonce and code: whoever has not the key cannot try codes on it. */
  answer: hash,
});
const Read = v.object({
  challenge: v.object({ parameters: Parameters, signature: hash }),
  solution: v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)) }),
});

/** A code that a reader has read from a picture, with the challenge that it came with. Nothing of it is proven yet but its form. */
export interface ReadCode {
  id: string;
  madeAt: number;
  signature: string;
  parameters: v.InferOutput<typeof Parameters>;
  code: string;
}

/** The code in what a reader sent; null when it is none. */
export function readCode(payload: unknown): ReadCode | null {
  const read = v.safeParse(Read, payload);
  if (!read.success) return null;
  const { challenge, solution } = read.output;
  const { parameters, signature } = challenge;
  const madeAt = parameters.expiresAt * 1000 - LIFETIME;
  const id = nameOfChallenge(madeAt, signature);
  return { id, madeAt, signature, parameters, code: solution.code };
}

/**
 * The signature is a challenge's own, and covers the time. That stands in front, so that what was solved in one hour stands together in
 * the database, and many solutions change few of its pages.
 */
export function nameOfChallenge(madeAt: number, signature: string): string {
  return madeAt.toString(16).padStart(12, "0") + signature;
}

export type CodeChallenges = ReturnType<typeof createCodeChallenges>;

/**
 * The code from a picture. All that is needed to check it travels with it, signed, so that nothing is kept until it is used; thread and
 * action are signed too.
 * @param secrets newest first: challenges are made under the first, and good under any.
 */
export function createCodeChallenges(secrets: readonly string[], clock: Clock, random: Random) {
  const sign = (secret: string, parameters: ReadCode["parameters"]) => {
    const { nonce, expiresAt, data, answer } = parameters;
    return keyedHash(
      secret,
      JSON.stringify(["image", nonce, expiresAt, data.thread, data.action, answer]),
    );
  };
  const hashOf = (secret: string, nonce: string, code: string) =>
    keyedHash(secret, JSON.stringify(["image answer", nonce, code]));

  return {
    /** @param full how much of the caps is used up, zero to one: the more, the longer the code (see difficulty.ts). */
    async create(thread: string, action: Action, full = 0): Promise<Challenge> {
      const [secret] = secrets;
      if (secret === undefined) throw new Error("challenges need a secret");
      const code = newCode(random, codeLength(full));
      const nonce = toHex(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)));
      const expiresAt = Math.floor((clock() + LIFETIME) / 1000);
      const answer = hashOf(secret, nonce, code);
      const parameters = { nonce, expiresAt, data: { thread, action }, answer };
      const png = await pngOf(drawCode(code, random));
      return {
        kind: "image",
        picture: `data:image/png;base64,${btoa(String.fromCharCode(...png))}`,
        challenge: { parameters, signature: sign(secret, parameters) },
      };
    },

    /** `wrong`: the challenge is ours and belongs here, but the code is another one. */
    verify(
      { signature, parameters, code }: ReadCode,
      thread: string,
      action: Action,
    ): "solved" | "wrong" | "expired" | "invalid" {
      const { nonce, expiresAt, data, answer } = parameters;
      for (const secret of secrets) {
        if (!isSameHash(sign(secret, parameters), signature)) continue;
        if (expiresAt * 1000 <= clock()) return "expired";
        if (data.thread !== thread || data.action !== action) return "invalid";
        return isSameHash(hashOf(secret, nonce, asDrawn(code)), answer) ? "solved" : "wrong";
      }
      return "invalid";
    },
  };
}

/** As people type it: in small letters, with spaces. */
function asDrawn(code: string): string {
  return code.replace(/\s+/gu, "").toUpperCase();
}
