import { mailboxOf, parseEmailAddress } from "../domain/email-address.ts";
import type { NewBlock, ThreadSwitch } from "../store/port/desk.ts";
import type { Service } from "./service.ts";

type Recording = Pick<Service, "store" | "ids" | "clock">;

/** Closes, opens, holds or frees a thread, or all (which can only be closed and opened). @returns the batch under which the record has it. */
export async function switchThread(
  { store, ids, clock }: Recording,
  { act, thread, by }: Pick<ThreadSwitch, "act" | "thread" | "by">,
): Promise<string> {
  const id = ids.id();
  await store.switchThread({ id, batch: id, by, why: "", act, thread }, clock());
  return id;
}

/**
 * Puts an address or a domain on the block list, or takes it off.
 * @returns the batch under which the record has it; null when it is neither.
 */
export async function block(
  { store, ids, clock }: Recording,
  { act, value: given, by }: Pick<NewBlock, "act" | "value" | "by">,
): Promise<string | null> {
  const value = blockedValue(given);
  if (value === null) return null;
  const id = ids.id();
  await store.block({ id, batch: id, by, why: "", act, value }, clock());
  return id;
}

/** An address as it is counted, or a domain; null when it is neither. */
function blockedValue(input: string): string | null {
  const text = input.trim();
  if (text.includes("@") && !text.startsWith("@")) {
    const address = parseEmailAddress(text);
    return address === null ? null : mailboxOf(address);
  }
  const address = parseEmailAddress(`x@${text.replace(/^@/u, "")}`);
  return address === null ? null : address.slice("x@".length);
}
