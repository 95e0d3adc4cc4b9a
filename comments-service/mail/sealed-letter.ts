import * as v from "valibot";
import { seal, unseal } from "../domain/seal.ts";
import { Letter } from "./mail.ts";

/** Closes a letter for its wait in the store: it carries an address and a token. */
export function sealLetter(secret: string, letter: Letter): Promise<string> {
  return seal(secret, JSON.stringify(letter));
}

/** Opens a letter; null when it was closed with another secret, or has been sent and is empty. */
export async function openLetter(secret: string, sealed: string): Promise<Letter | null> {
  const json = await unseal(secret, sealed);
  return json === null ? null : v.parse(Letter, JSON.parse(json));
}
