import * as v from "valibot";
import { seal, unseal } from "../domain/seal.ts";
import type { WaitingLetter } from "../store/store.ts";
import { confirmLetter } from "./letters/confirm.ts";
import { Letter, Unprinted } from "./mail.ts";

const Sealed = v.union([Unprinted, Letter]);

/** Closes a letter for its wait in the store: it carries an address and a token. */
export function sealLetter(secret: string, letter: Letter | Unprinted): string {
  return seal(secret, JSON.stringify(letter));
}

/** Opens a letter that was closed with any of the secrets, and prints it; null when it was not, or has been sent and is empty. */
export function openLetter(
  secrets: readonly string[],
  { sealed, expires }: Pick<WaitingLetter, "sealed" | "expires">,
): Letter | null {
  for (const secret of secrets) {
    const json = unseal(secret, sealed);
    if (json !== null) return printed(v.parse(Sealed, JSON.parse(json)), expires ?? 0);
  }
  return null;
}

function printed(letter: Letter | Unprinted, expires: number): Letter {
  if (!("confirms" in letter)) return letter;
  return { to: letter.to, ...confirmLetter(letter.confirms, expires), expires };
}
