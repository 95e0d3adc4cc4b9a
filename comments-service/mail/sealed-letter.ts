import * as v from "valibot";
import { seal, unseal } from "../domain/seal.ts";
import type { WaitingLetter } from "../store/port/letters.ts";
import { confirmLetter } from "./letters/confirm.ts";
import { Letter, ToDesk, Unprinted } from "./mail.ts";

type Sealed = Unprinted | Letter | ToDesk;

/** Closes a letter for its wait in the store: it carries an address and a token. */
export function sealLetter(secret: string, letter: Sealed): string {
  return seal(secret, JSON.stringify(letter));
}

/**
 * Opens a letter that was closed with any of the secrets, and prints it; null when it was not, or has been sent and is empty, or is one to
 * the desk.
 */
export function openLetter(
  secrets: readonly string[],
  { sealed, expires }: Pick<WaitingLetter, "sealed" | "expires">,
): Letter | null {
  const letter = opened(secrets, sealed);
  if (letter === null || "seed" in letter) return null;
  if (!("confirms" in letter)) return letter;
  const until = expires ?? 0;
  return { to: letter.to, ...confirmLetter(letter.confirms, until), expires: until };
}

/** The same for a letter to the desk, which is still to be printed; null for any other. */
export function openToDesk(
  secrets: readonly string[],
  { sealed }: Pick<WaitingLetter, "sealed">,
): ToDesk | null {
  const letter = opened(secrets, sealed);
  return letter !== null && "seed" in letter ? letter : null;
}

function opened(secrets: readonly string[], sealed: string): Sealed | null {
  for (const secret of secrets) {
    const json = unseal(secret, sealed);
    if (json === null) continue;
    // Only `sealLetter` writes them.
    const letter = JSON.parse(json) as object;
    return v.parse("seed" in letter ? ToDesk : "confirms" in letter ? Unprinted : Letter, letter);
  }
  return null;
}
