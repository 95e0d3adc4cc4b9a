import * as v from "valibot";
import { seal, unseal } from "../domain/seal.ts";
import { Letter } from "./mail.ts";

/** Closes a letter for its wait in the store: it carries an address and a token. */
export function sealLetter(secret: string, letter: Letter): string {
  return seal(secret, JSON.stringify(letter));
}

/** Opens a letter that was closed with any of the secrets; null when it was not, or has been sent and is empty. */
export function openLetter(secrets: readonly string[], sealed: string): Letter | null {
  for (const secret of secrets) {
    const json = unseal(secret, sealed);
    if (json !== null) return v.parse(Letter, JSON.parse(json));
  }
  return null;
}
